/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.community.CommunityAccess;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Answerers;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Evidence;
import org.copsuite.search.SearchService.Tagged;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.ExpertiseEvidence.Query;
import org.copsuite.spi.ExpertiseReserve;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Finds people who could know, by answers that the reader may view and by contributed evidence. Leaves out closed accounts;
 * imported people come after everybody who can be asked, and are recognised by {@code Person#active}.
 */
@Component(roles = ExpertFinder.class)
@Singleton
public class ExpertFinder
{
    /** Maximum number of similar answers that vote. */
    private static final int VOTES = 100;

    private static final int PEOPLE = 100;

    /** Maximum number of pieces of contributed evidence of one kind. */
    private static final int CONTRIBUTED = 2 * PEOPLE;

    private static final int TAGS = 6;

    /** Maximum number of words of a text that may name topics. */
    private static final int WORDS = 60;

    private static final int MOST = 50;

    /** People who can be asked come first. */
    private static final Comparator<Expert> BEST = Comparator.comparing((Expert expert) -> !expert.person().active())
        .thenComparing(Expert::score, Comparator.reverseOrder()).thenComparing(expert -> expert.person().id().value());

    @Inject
    private SearchService searchService;

    @Inject
    private Provider<Map<String, ExpertiseEvidence>> contributions;

    @Inject
    private Provider<List<ExpertiseReserve>> reserves;

    @Inject
    private Persons persons;

    @Inject
    private CommunityAccess communities;

    @Inject
    private QuestionQueries questions;

    @Inject
    private HiddenTopics hidden;

    List<Expert> byTopic(UserId reader, WikiId wiki, String typed, CommunityId community, int limit) throws CopException
    {
        String topic = Tags.normalise(typed == null ? "" : typed).orElse(null);
        if (topic == null || !mayKnow(reader, wiki, community)) {
            return List.of();
        }
        AuthorEvidence byAuthor = new AuthorEvidence();
        this.searchService.answerersOf(reader, wiki, topic, community, PEOPLE).ifPresent(tag -> answered(byAuthor, tag));
        contributed(byAuthor, new Query(reader, wiki, Set.of(topic), community, CONTRIBUTED));
        return experts(reader, wiki, byAuthor, new Sought(Set.of(topic), limit, true));
    }

    List<Expert> find(UserId reader, WikiId wiki, String typed, CommunityId community, int limit) throws CopException
    {
        List<Expert> ofTopic = byTopic(reader, wiki, typed, community, limit);
        if (!ofTopic.isEmpty() || typed == null || typed.isBlank()) {
            return ofTopic;
        }
        return byText(reader, new Draft(wiki, typed, "", List.of(), community, Set.of()), limit, true);
    }

    List<Expert> byText(UserId reader, Draft draft, int limit) throws CopException
    {
        return isEmpty(draft) ? List.of() : byText(reader, draft, limit, false);
    }

    private static boolean isEmpty(Draft draft)
    {
        return StringUtils.isAllBlank(draft.title(), draft.body()) && draft.tags().isEmpty();
    }

    private List<Expert> byText(UserId reader, Draft draft, int limit, boolean relatedOnly) throws CopException
    {
        if (!mayKnow(reader, draft.wiki(), draft.community())) {
            return List.of();
        }
        List<String> tags = Tags.normalise(List.copyOf(draft.tags())).stream().limit(TAGS).toList();
        AuthorEvidence byAuthor = new AuthorEvidence();
        Answerers answerers =
            this.searchService.answerers(reader, draft.wiki(), tags, draft.community(), PEOPLE);
        AnswerAges ages = new AnswerAges(answerers);
        for (Evidence evidence : this.searchService.evidence(reader, draft, VOTES)) {
            double part = ages.ofSimilar(evidence.created());
            byAuthor.note(evidence.author(), evidence.tags(), candidate -> candidate.answeredSimilar(evidence, part));
        }
        for (Tagged tag : answerers.tagged()) {
            ages.ofTag(tag).forEach(
                (author, weight) -> byAuthor.note(author, List.of(tag.tag()), candidate -> candidate.answeredTag(weight)));
            noteTag(byAuthor, tag);
        }
        answerers.lately()
            .forEach(one -> byAuthor.note(one.author(), List.of(), candidate -> candidate.answeredLately(one.recency())));
        Set<String> topics = named(draft, tags);
        contributed(byAuthor, new Query(reader, draft.wiki(), topics, draft.community(), CONTRIBUTED));
        return experts(reader, draft.wiki(), byAuthor, new Sought(topics, limit, relatedOnly));
    }

    private boolean mayKnow(UserId reader, WikiId wiki, CommunityId community)
    {
        return community == null || this.communities.visible(reader, wiki).contains(community);
    }

    /** Those who know a topic are ordered by how much they answered on it, also long ago, and by how lately. */
    private static void answered(AuthorEvidence byAuthor, Tagged tag)
    {
        tag.people().forEach(one -> byAuthor.note(one.author(), List.of(tag.tag()),
            candidate -> candidate.answeredTag(Math.log1p(one.answers()))));
        noteTag(byAuthor, tag);
        // Recent activity on this topic only: recent answers on other topics are no evidence.
        tag.people().forEach(
            one -> byAuthor.note(one.author(), List.of(tag.tag()), candidate -> candidate.answeredLately(one.recency())));
    }

    private static void noteTag(AuthorEvidence byAuthor, Tagged tag)
    {
        tag.people().forEach(one -> byAuthor.note(one.author(), List.of(tag.tag()),
            candidate -> candidate.answeredTag(tag.tag(), one)));
    }

    private void contributed(AuthorEvidence byAuthor, Query query)
    {
        this.contributions.get().forEach((kind, contribution) -> contribution.find(query)
            .forEach(one -> byAuthor.note(one.person(), List.of(one.topic()), candidate -> candidate.contributed(kind, one))));
    }

    /** Returns the topics that a text may name: its tags, its words and pairs of adjacent words. */
    private static Set<String> named(Draft draft, List<String> tags)
    {
        Set<String> names = new LinkedHashSet<>(tags);
        String text = (draft.title() == null ? "" : draft.title()) + ' ' + (draft.body() == null ? "" : draft.body());
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}.+#-]+")).limit(WORDS)
            .map(word -> Tags.normalise(word.replaceAll("[.]+$", "")).orElse("")).toList();
        for (int i = 0; i < words.size(); i++) {
            names.add(words.get(i));
            if (i > 0) {
                Tags.normalise(words.get(i - 1) + '-' + words.get(i)).ifPresent(names::add);
            }
        }
        names.remove("");
        return names;
    }

    private List<Expert> experts(UserId reader, WikiId wiki, AuthorEvidence byAuthor, Sought sought)
    {
        Map<Person, Candidate> candidates = byAuthor.resolve(this.persons, people -> this.hidden.of(wiki, people));
        candidates.keySet().removeIf(person -> person.id().equals(reader)
            || (!person.active() && !person.id().isImported()) || person.id().isGuest());
        candidates.values().removeIf(candidate -> sought.relatedOnly() && !candidate.isRelated());
        SortedMap<String, Double> shares = new TreeMap<>();
        this.contributions.get().forEach((kind, contribution) -> shares.put(kind, contribution.weight()));
        Weights weights = new Weights(candidates.values(), shares);
        List<Expert> experts = candidates.entrySet().stream()
            .map(one -> new Expert(one.getKey(), weights.score(one.getValue()), one.getValue().reasons(weights)))
            .filter(expert -> expert.score() > 0).sorted(BEST).limit(PEOPLE).toList();
        return withPages(reader, wiki, reserved(wiki, sought.topics(), experts).stream().sorted(BEST)
            .limit(Math.max(1, Math.min(MOST, sought.limit()))).toList());
    }

    /** Lowers the scores of people about whom there are reserves. */
    private List<Expert> reserved(WikiId wiki, Set<String> topics, List<Expert> experts)
    {
        List<Expert> lowered = experts;
        for (ExpertiseReserve reserve : experts.isEmpty() ? List.<ExpertiseReserve>of() : this.reserves.get()) {
            Map<UserId, Double> factors =
                reserve.factors(wiki, topics, experts.stream().map(expert -> expert.person().id()).toList());
            lowered = lowered.stream().map(expert -> new Expert(expert.person(),
                expert.score() * factors.getOrDefault(expert.person().id(), 1.0), expert.reasons())).toList();
        }
        return lowered;
    }

    private List<Expert> withPages(UserId reader, WikiId wiki, List<Expert> experts)
    {
        Set<PostId> named = experts.stream().flatMap(expert -> expert.reasons().stream()).map(Reason::question)
            .filter(Objects::nonNull).collect(Collectors.toSet());
        Map<PostId, QuestionSummary> summaries =
            named.isEmpty() ? Map.of() : this.questions.summaries(reader, wiki, named);
        List<Expert> complete = new ArrayList<>();
        for (Expert expert : experts) {
            complete.add(new Expert(expert.person(), expert.score(),
                expert.reasons().stream().map(reason -> withPage(reason, summaries)).toList()));
        }
        return complete;
    }

    private static Reason withPage(Reason reason, Map<PostId, QuestionSummary> summaries)
    {
        QuestionSummary question = reason.question() == null ? null : summaries.get(reason.question());
        return question == null ? reason : new Reason(reason.kind(), reason.topic(), reason.level(), reason.count(),
            reason.accepted(), question.id(), question.title(), question.page(), reason.text());
    }

    /**
     * What is sought.
     *
     * @param topics the topics that the text may name
     * @param limit the maximum number of people
     * @param relatedOnly whether to leave out people who were only active lately
     */
    private record Sought(Set<String> topics, int limit, boolean relatedOnly)
    {
    }

    /**
     * Something about a person.
     *
     * @param topics the topics to which it belongs
     * @param effect notes it at the candidate
     */
    private record Note(Collection<String> topics, Consumer<Candidate> effect)
    {
    }

    /** Collects evidence by author, until imported people are merged with the accounts that they are linked to. */
    private static class AuthorEvidence
    {
        private final Map<UserId, List<Note>> notes = new LinkedHashMap<>();

        void note(UserId author, Collection<String> topics, Consumer<Candidate> effect)
        {
            this.notes.computeIfAbsent(author, id -> new ArrayList<>()).add(new Note(topics, effect));
        }

        /** Leaves out what belongs to a topic that the person has hidden. */
        Map<Person, Candidate> resolve(Persons persons, Function<Set<UserId>, Map<UserId, Set<String>>> hidden)
        {
            Map<UserId, Person> people = persons.find(this.notes.keySet());
            Map<UserId, Set<String>> secrets = this.notes.isEmpty() ? Map.of()
                : hidden.apply(people.values().stream().map(Person::id).collect(Collectors.toSet()));
            Map<Person, Candidate> candidates = new LinkedHashMap<>();
            this.notes.forEach((author, noted) -> {
                Set<String> secret = secrets.getOrDefault(people.get(author).id(), Set.of());
                noted.stream().filter(note -> Collections.disjoint(note.topics(), secret)).forEach(note -> note.effect()
                    .accept(candidates.computeIfAbsent(people.get(author), person -> new Candidate())));
            });
            return candidates;
        }
    }
}
