/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.gap.GapService;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.question.TopicNumbers.Answered;
import org.copsuite.question.TopicNumbers.Author;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.ExpertiseEvidence.Query;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.Component;

/** Finds the experts of the topics of a community, and who gave the answers. */
@Component(roles = TopicExperts.class)
@Singleton
public class TopicExperts
{
    /** Authors of a topic who are looked up, most answers first. */
    private static final int AUTHORS = 5;

    @Inject
    private Provider<List<ExpertiseEvidence>> evidence;

    @Inject
    private Persons persons;

    @Inject
    private CommunityAccess communities;

    @Inject
    private ExpertiseService expertise;

    @Inject
    private Absences absences;

    @Inject
    private Provider<Wikis> wikis;

    /**
     * @param query the topics, of a community
     * @param answered who answered on each topic, by topic
     */
    Map<String, Known> find(Query query, Map<String, Answered> answered)
    {
        Map<String, Set<UserId>> byEvidence = new HashMap<>();
        this.evidence.get().forEach(one -> one.experts(query).forEach((topic, people) -> {
            if (query.topics().contains(topic)) {
                byEvidence.computeIfAbsent(topic, name -> new HashSet<>()).addAll(people);
            }
        }));
        Set<UserId> ids = new HashSet<>();
        byEvidence.values().forEach(ids::addAll);
        answered.values().forEach(one -> first(one).forEach(author -> ids.add(author.id())));
        if (ids.isEmpty()) {
            return Map.of();
        }
        People people = people(query, ids);
        Map<String, Known> known = new HashMap<>();
        for (String topic : query.topics()) {
            Map<UserId, Author> authors = people.merged(answered.get(topic));
            Set<UserId> experts = byEvidence.getOrDefault(topic, Set.of()).stream().map(people::account).collect(Collectors.toSet());
            authors.values().stream().filter(author -> author.welcome() >= GapService.EXPERT_ANSWERS)
                .forEach(author -> experts.add(author.id()));
            experts.removeIf(person -> !people.counts(person, topic));
            known.put(topic, new Known(people.ordered(experts, authors, topic), experts,
                people.away(), leading(topic, answered.get(topic), authors, people)));
        }
        return known;
    }

    private static List<Author> first(Answered answered)
    {
        return answered.authors().subList(0, Math.min(AUTHORS, answered.authors().size()));
    }

    /** Reads everything about the people in a bounded number of statements. */
    private People people(Query query, Set<UserId> ids)
    {
        Map<UserId, Person> found = this.persons.find(ids);
        Map<UserId, Person> all =
            found.values().stream().collect(Collectors.toMap(Person::id, Function.identity(), (a, b) -> a));
        Set<UserId> accounts = all.values().stream().filter(Person::active).map(Person::id).collect(Collectors.toSet());
        return new People(found, all, this.communities.members(query.wiki(), query.community(), accounts),
            this.expertise.hidden(query.wiki(), accounts),
            this.absences.away(query.wiki(), accounts, LocalDate.now(this.wikis.get().zone(query.wiki()))));
    }

    /** Returns the person with most answers, unless a second one gave as many. */
    private static Leading leading(String topic, Answered answered, Map<UserId, Author> authors, People people)
    {
        List<Author> sorted = authors.values().stream()
            .sorted((a, b) -> Integer.compare(b.answers(), a.answers())).toList();
        if (sorted.isEmpty() || sorted.size() > 1 && sorted.get(1).answers() == sorted.get(0).answers()) {
            return null;
        }
        UserId id = sorted.get(0).id();
        return people.found(id).active() ? new Leading(people.found(id), sorted.get(0).answers(),
            sorted.stream().map(Author::answers).toList(), answered.authors().size() - first(answered).size() + sorted.size(),
            people.hides(id, topic)) : null;
    }

    /**
     * What is known of a topic.
     *
     * @param people the members who are there and know something of it: its experts, then others who answered
     * @param experts its experts, also those who are away
     * @param absent who is away today, of whatever topic
     * @param leading who gave most answers, {@code null} if nobody did or that person has left
     */
    record Known(List<Person> people, Set<UserId> experts, Set<UserId> absent, Leading leading)
    {
        static final Known NOTHING = new Known(List.of(), Set.of(), Set.of(), null);

        /** @return whether no expert is there */
        boolean isMissing()
        {
            return this.experts.size() == away();
        }

        /** @return number of experts who are away */
        int away()
        {
            return (int) this.experts.stream().filter(this.absent::contains).count();
        }
    }

    /**
     * Who gave most answers on a topic.
     *
     * @param person the person
     * @param answers number of their answers
     * @param all the numbers of answers of those who gave most, theirs first
     * @param people number of people who gave answers
     * @param hidden whether the person has hidden the topic
     */
    record Leading(Person person, int answers, Collection<Integer> all, int people, boolean hidden)
    {
    }

    /**
     * The people of all topics.
     *
     * @param persons the people by the ids under which rows name them
     * @param accounts the same people by their own ids
     * @param members the active accounts that are members
     * @param hidden the topics that accounts have hidden
     * @param away the accounts that are away today
     */
    private record People(Map<UserId, Person> persons, Map<UserId, Person> accounts, Set<UserId> members,
        Map<UserId, Set<String>> hidden, Set<UserId> away)
    {
        UserId account(UserId id)
        {
            return this.persons.get(id).id();
        }

        Person found(UserId account)
        {
            return this.accounts.get(account);
        }

        boolean hides(UserId account, String topic)
        {
            return this.hidden.getOrDefault(account, Set.of()).contains(topic);
        }

        /** Returns experts by their answers, then others who answered, without those who are away. */
        List<Person> ordered(Set<UserId> experts, Map<UserId, Author> authors, String topic)
        {
            Comparator<UserId> mostAnswers = Comparator.comparingInt((UserId id) -> authors.containsKey(id)
                ? -authors.get(id).answers() : 0).thenComparing(UserId::value);
            return Stream.concat(experts.stream().sorted(mostAnswers), authors.keySet().stream().sorted(mostAnswers)).distinct()
                .filter(id -> counts(id, topic) && !this.away.contains(id)).map(this::found).toList();
        }

        boolean counts(UserId account, String topic)
        {
            return this.members.contains(account) && !hides(account, topic);
        }

        /** Returns the authors by account: an imported person counts as the account that they are linked to. */
        Map<UserId, Author> merged(Answered answered)
        {
            Map<UserId, Author> merged = new LinkedHashMap<>();
            if (answered != null) {
                first(answered).forEach(author -> merged.merge(account(author.id()),
                    new Author(account(author.id()), author.answers(), author.welcome()),
                    (a, b) -> new Author(a.id(), a.answers() + b.answers(), a.welcome() + b.welcome())));
            }
            return merged;
        }
    }
}
