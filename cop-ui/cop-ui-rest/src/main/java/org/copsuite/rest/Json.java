/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Reading;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes the JSON of the API: objects with stable names, ISO times, absolute URLs, and of people only id, name and
 * profile.
 */
public final class Json
{
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Links links;

    /** @param links creates URLs */
    Json(Links links)
    {
        this.links = links;
    }

    public static String write(Object value)
    {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> object(Object... namesAndValues)
    {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    public <T> Map<String, Object> slice(Slice<T> slice, Function<T, ?> item)
    {
        return object("items", slice.items().stream().map(item).toList(), "next", slice.next());
    }

    public Map<String, Object> person(Person person)
    {
        return object("id", person.id().value(), "name", person.name(), "profile",
            person.profile() == null ? null : this.links.absolute(person.profile()));
    }

    public Map<String, Object> question(QuestionSummary question)
    {
        return object("id", question.id().toString(), "url", url(question.page()), "community",
            object("id", question.community().toString(), "title", question.communityTitle()), "title",
            question.title(), "summary", question.summary(), "tags", question.tags(), "author",
            person(question.author()), "created", time(question.created()), "active", time(question.active()), "score",
            question.score(), "answers", question.answers(), "accepted", question.accepted(), "closed",
            question.closed(), "views", question.views());
    }

    public Map<String, Object> question(QuestionView view)
    {
        Map<String, Object> question = question(view.summary());
        question.put("post", post(view.post()));
        question.put("answerList", view.answers().stream().map(this::post).toList());
        question.put("answerCount", view.answerPage().total());
        question.put("next", id(view.answerPage().next()));
        question.put("linked", view.linked().stream().map(this::question).toList());
        question.put("closing", view.closing() == null ? null
            : object("reason", lower(view.closing().reason()), "by", person(view.closing().by()), "at",
                time(view.closing().at()), "duplicateOf",
                view.closing().duplicateOf() == null ? null : view.closing().duplicateOf().id().toString()));
        question.put("may", view.may());
        return question;
    }

    public Map<String, Object> answers(QuestionView view)
    {
        return object("items", view.answers().stream().map(this::post).toList(), "next", id(view.answerPage().next()));
    }

    private static String id(UUID id)
    {
        return id == null ? null : id.toString();
    }

    public Map<String, Object> post(PostView post)
    {
        return object("id", post.id().toString(), "url", url(post.page()), "body", post.body(), "version",
            post.version(), "author", person(post.author()), "created", time(post.created()), "edited",
            time(post.edited()), "votes", tally(post.tally()), "accepted", post.accepted(), "comments",
            post.comments().stream().map(this::comment).toList(), "commentCount", post.commentCount(), "moreComments",
            post.moreComments(), "may", post.may());
    }

    public Map<String, Object> comment(CommentView comment)
    {
        return object("id", comment.id().toString(), "text", comment.text(), "author", person(comment.author()),
            "created", time(comment.created()));
    }

    public static Map<String, Object> tally(Tally tally)
    {
        return object("up", tally.up(), "down", tally.down(), "score", tally.score(), "mine", tally.mine());
    }

    public Map<String, Object> community(CommunityView community)
    {
        return object("id", community.id().toString(), "url", url(community.page()), "title", community.title(),
            "purpose", community.purpose(), "domains", community.domains(), "access", lower(community.access()),
            "members", community.members(), "questions", community.questions(), "answers", community.answers(),
            "created", time(community.created()), "active", time(community.active()), "version", community.version(),
            "mine", lower(community.mine()), "mayJoin", community.mayJoin(), "mayRun", community.mayRun());
    }

    public Map<String, Object> member(Member member)
    {
        return object("person", person(member.person()), "role", lower(member.role()), "since", time(member.since()));
    }

    public Map<String, Object> found(Slice<Hit> slice, Reading reading)
    {
        return object("items", slice.items().stream().map(this::hit).toList(), "next", slice.next(), "excluded",
            reading.excluded());
    }

    public Map<String, Object> hit(Hit hit)
    {
        return object("question", question(hit.question()), "snippet", hit.snippet().value());
    }

    public Map<String, Object> expert(Expert expert)
    {
        return object("person", person(expert.person()), "reasons",
            expert.reasons().stream().map(this::reason).toList());
    }

    private Map<String, Object> reason(Reason reason)
    {
        return object("kind", lower(reason.kind()), "topic", reason.topic(), "level", lower(reason.level()), "count",
            reason.count(), "accepted", reason.accepted(), "question",
            reason.question() == null ? null : reason.question().toString(), "questionTitle", reason.questionTitle(),
            "url", reason.questionPage() == null ? null : url(reason.questionPage()));
    }

    public static Map<String, Object> topic(Topic topic)
    {
        return object("topic", topic.name(), "level", lower(topic.level()), "note", topic.note(), "answers",
            topic.answers(), "accepted", topic.accepted(), "declared", time(topic.declared()));
    }

    public Map<String, Object> thanks(ThanksView thanks)
    {
        return object("id", thanks.id().toString(), "from", person(thanks.from()), "to", person(thanks.to()), "message",
            thanks.message(), "at", time(thanks.at()), "question",
            thanks.question().map(question -> question.id().toString()).orElse(null));
    }

    public Map<String, Object> standing(Standing standing)
    {
        return object("person", person(standing.person()), "points", standing.points(), "answers", standing.answers(),
            "accepted", standing.accepted(), "thanks", standing.thanks());
    }

    public Map<String, Object> contributions(Contributions mine)
    {
        return object("person", person(mine.person()), "points", mine.points(), "pointsThisWeek", mine.pointsThisWeek(),
            "questions", mine.questions(), "answers", mine.answers(), "accepted", mine.accepted(), "votes",
            mine.votes(), "thanksGiven", mine.thanksGiven(), "thanksReceived", mine.thanksReceived(), "helped",
            mine.helped(), "takesPart", mine.takesPart(), "recent",
            mine.recent().stream().map(recent -> object("act", recent.act().name(), "at", time(recent.at()), "title",
                recent.title(), "url", recent.page() == null ? null : url(recent.page()), "points", recent.points()))
                .toList());
    }

    public String url(PageId page)
    {
        return this.links.absolute(this.links.view(page));
    }

    public static String time(Instant at)
    {
        return at == null ? null : at.toString();
    }

    public static String lower(Enum<?> value)
    {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
