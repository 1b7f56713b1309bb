/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.routing.RoutingActs.RoutedDetail;
import org.copsuite.routing.RoutingService;
import org.copsuite.routing.StoredMessage;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.spi.Message;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Chooses the people to whom a question is brought. The expert finder is asked as the asker, so that names and reasons
 * tell nothing that the asker may not view, and of an anonymous question as a facilitator. Whoever may view the
 * question sees the names, so nobody is chosen for an answer in another private community.
 */
@Component(roles = RoutingChoice.class)
@Singleton
public class RoutingChoice
{
    /** The finder's maximum. */
    private static final int CANDIDATES = 50;

    private static final int RELATED = 10;

    private static final int REASON_MAXIMUM = 1000;

    @Inject
    private Provider<ExpertiseService> expertise;

    @Inject
    private Provider<SearchService> search;

    @Inject
    private PostSource posts;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private RoutedPeople routed;

    @Inject
    private Provider<Access> access;

    /**
     * A person to whom a question is brought.
     *
     * @param person the person
     * @param detail the question and the reason
     */
    record Chosen(UserId person, RoutedDetail detail)
    {
    }

    /**
     * @param wiki the wiki
     * @param question the question
     * @return those who may be told of it now, the most likely to answer first
     * @throws CopException UNAVAILABLE if the search fails
     */
    List<Chosen> likely(WikiId wiki, QuestionFacts question) throws CopException
    {
        return chosen(wiki, question, question.tags());
    }

    /**
     * @param wiki the wiki
     * @param question the question
     * @return those who may be told of it now, by the tags of related questions
     * @throws CopException UNAVAILABLE if the search fails
     */
    List<Chosen> related(WikiId wiki, QuestionFacts question) throws CopException
    {
        Set<String> tags = new LinkedHashSet<>();
        this.search.get().related(reader(wiki, question), draft(wiki, question, question.tags()), RELATED)
            .forEach(other -> tags.addAll(other.tags()));
        tags.addAll(question.tags());
        return chosen(wiki, question, tags);
    }

    /**
     * Returns as whom the finder is asked: the asker; of an anonymous question a facilitator, since what the asker may view
     * would tell who asked.
     */
    private UserId reader(WikiId wiki, QuestionFacts question)
    {
        return !question.author().isAnonymous() ? question.author() : this.communities.get()
            .holders(wiki, question.community(), Role.FACILITATOR, 1).stream().findFirst().orElse(question.author());
    }

    private Draft draft(WikiId wiki, QuestionFacts question, Collection<String> tags)
    {
        String body = this.posts.body(wiki, question.id()).orElse("");
        return new Draft(wiki, question.title(), body.substring(0, Math.min(body.length(), SearchService.DRAFT_MAXIMUM)),
            List.copyOf(tags), question.community(), Set.of(question.id()));
    }

    private List<Chosen> chosen(WikiId wiki, QuestionFacts question, Collection<String> tags) throws CopException
    {
        List<Expert> experts =
            this.expertise.get().byText(reader(wiki, question), draft(wiki, question, tags), CANDIDATES);
        Set<UUID> shared = shared(wiki, question, experts);
        List<Chosen> chosen = new ArrayList<>();
        for (Expert expert : experts) {
            if (isAskable(question, expert.person())) {
                reason(expert, shared).ifPresent(reason -> chosen.add(new Chosen(expert.person().id(), detail(question, reason))));
            }
        }
        Set<UserId> people = new HashSet<>(chosen.stream().map(Chosen::person).toList());
        Set<UserId> out = new HashSet<>(this.routed.away(wiki, people));
        out.addAll(this.routed.busy(wiki, people));
        this.routed.of(wiki, question.id().value()).forEach(row -> out.add(new UserId(row.person)));
        chosen.removeIf(one -> out.contains(one.person()));
        return chosen;
    }

    private boolean isAskable(QuestionFacts question, Person person)
    {
        return person.active() && !person.id().equals(question.author())
            && this.access.get().has(person.id(), Right.VIEW, question.page());
    }

    /**
     * Returns the answered questions that reasons name and that whoever may view the question may view, too: those of
     * the same community and of open ones.
     */
    private Set<UUID> shared(WikiId wiki, QuestionFacts question, List<Expert> experts)
    {
        Set<UUID> named = experts.stream().flatMap(expert -> expert.reasons().stream()).map(Reason::question)
            .filter(Objects::nonNull).map(PostId::value).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return named;
        }
        Set<CommunityId> places = new HashSet<>(this.communities.get().open(wiki));
        places.add(question.community());
        return this.posts.locations(wiki, named).values().stream().map(PostLocation::post)
            .filter(post -> places.contains(post.community()) && !this.access.get().hasOwnRights(post.page()))
            .map(post -> post.id().value()).collect(Collectors.toSet());
    }

    /** Returns the strongest reason; that somebody was active lately is no reason to ask them this question. */
    private static Optional<Reason> reason(Expert expert, Set<UUID> shared)
    {
        return expert.reasons().stream().filter(reason -> !Reason.RECENT.equals(reason.kind()))
            .filter(reason -> reason.question() == null ? !Reason.ANSWERED_SIMILAR.equals(reason.kind())
                : shared.contains(reason.question().value())).findFirst();
    }

    /** Says the reason to the person themselves; the finder says it of them. */
    private static RoutedDetail detail(QuestionFacts question, Reason reason)
    {
        Message message = switch (reason.kind()) {
            case Reason.ANSWERED_SIMILAR -> Message.of("cop.routing.why.similar");
            case Reason.ANSWERED_TAG -> Message.of("cop.routing.why.tag", reason.count(), reason.topic());
            case "declared" -> Message.of("cop.routing.why.declared", reason.topic());
            default -> reason.text();
        };
        if (StoredMessage.write(message).length() > REASON_MAXIMUM) {
            message = Message.of("cop.routing.why.topics");
        }
        return new RoutedDetail(question.id().value(), reason.question() == null ? null : reason.question().value(),
            message);
    }

    /**
     * @param rows who was asked before
     * @return how many more people the suite may tell now
     */
    static int left(List<RoutedRow> rows)
    {
        long told = rows.stream().filter(row -> row.namedBy == null).count();
        return (int) Math.max(0, Math.min(RoutingService.AT_ONCE, RoutingService.IN_ALL - told));
    }
}
