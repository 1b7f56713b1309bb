/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.Chunks;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollService.Option;
import org.copsuite.feedback.PollService.Permissions;
import org.copsuite.feedback.PollService.PollView;
import org.copsuite.feedback.internal.AnonymousAnswers.Answers;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads polls, in a bounded number of statements. The community decides who may view them. */
@Component(roles = PollReader.class)
@Singleton
public class PollReader
{
    /** For how many days after its last day a poll is current. */
    static final int RECENT = 14;

    /** Number of overdue polls that are read at once. */
    static final int PAGE = 100;

    /** Maximum number of ballots of which the names are shown. */
    private static final int NAMES = 100;

    private static final Keyset<PollRow> NEWEST =
        new Keyset<PollRow>().descending("sequence", Cursor::number, row -> row.sequence);

    private static final String WIKI = "wiki";

    private static final String COMMUNITY = "community";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private AnonymousAnswers secrets;

    @Inject
    private Persons persons;

    PollView get(UserId reader, WikiId wiki, UUID poll) throws CopException
    {
        PollRow row = this.ledger.read(session -> session.get(PollRow.class, new RowKey(wiki, poll)));
        if (row == null || row.deleted) {
            throw CopException.notFound();
        }
        CommunityView community = this.communities.get(reader, wiki, new CommunityId(row.community));
        List<BallotRow> ballots = row.secret ? List.of() : this.ledger.read(session -> session
            .createQuery("from BallotRow where wiki = :wiki and poll = :poll order by person", BallotRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("poll", poll).setMaxResults(NAMES).getResultList());
        return views(reader, wiki, community, List.of(row), ballots).get(0);
    }

    Slice<PollView> list(UserId reader, WikiId wiki, CommunityId id, String after, int limit) throws CopException
    {
        CommunityView community = this.communities.get(reader, wiki, id);
        KeysetPage<PollRow> page = NEWEST.page("polls/" + wiki + '/' + id, after,
            Math.max(1, Math.min(Keyset.MAXIMUM, limit)));
        Slice<PollRow> rows = this.ledger.read(session -> page.slice(page
            .query(session, "from PollRow where wiki = :wiki and community = :community and deleted = false",
                PollRow.class)
            .setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, id.value())));
        return new Slice<>(views(reader, wiki, community, rows.items(), List.of()), rows.next());
    }

    List<PollView> current(UserId reader, CommunityView community, int limit)
    {
        WikiId wiki = community.page().wiki();
        List<Object[]> rows = this.ledger.read(session -> session
            .createQuery("select p, b, a, t from PollRow p "
                + "left join BallotRow b on b.wiki = p.wiki and b.poll = p.id and b.person = :person "
                + "left join AnsweredRow a on a.wiki = p.wiki and a.survey = p.id and a.person = :person "
                + "left join TallyRow t on t.wiki = p.wiki and t.id = p.id where p.wiki = :wiki "
                + "and p.community = :community and p.deleted = false and p.closesOn >= :day "
                + "order by p.closesOn desc, p.sequence desc", Object[].class)
            .setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, community.id().value())
            .setParameter("person", reader.value()).setParameter("day", PollRow.today() - RECENT).setMaxResults(limit)
            .getResultList());
        Map<UUID, List<Integer>> own = new HashMap<>();
        Set<UUID> answered = new HashSet<>();
        Map<UUID, Answers> secrets = new HashMap<>();
        List<PollRow> polls = rows.stream().map(row -> (PollRow) row[0]).toList();
        for (Object[] row : rows) {
            UUID id = ((PollRow) row[0]).id;
            Optional.ofNullable((BallotRow) row[1]).ifPresent(ballot -> own.put(id, PollActs.split(ballot.choices)));
            Optional.ofNullable(row[2]).ifPresent(some -> answered.add(id));
            Optional.ofNullable((TallyRow) row[3]).ifPresent(tally -> secrets.put(id, this.secrets.of(tally)));
        }
        return this.ledger.read(session -> polls.stream().map(
            new Shown(reader, community, people(polls, List.of()), List.of(), own, answered, secrets)::view).toList());
    }

    /**
     * Finds polls. NOT permission-filtered.
     *
     * @param ids ids of polls
     * @return those that are not deleted
     */
    List<PollRow> rows(WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> Chunks.of(ids).stream().flatMap(some -> session
            .createQuery("from PollRow where wiki = :wiki and id in (:ids) and deleted = false", PollRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("ids", some).getResultStream()).toList());
    }

    /**
     * Finds polls after their last day whose end is not recorded. NOT permission-filtered.
     *
     * @param after the sequence of the last poll of the page before, 0 at the start
     * @return the next of them, {@link #PAGE} at most, oldest first
     */
    List<PollRow> overdue(WikiId wiki, long after)
    {
        return this.ledger.read(session -> session
            .createQuery("from PollRow where wiki = :wiki and closed = false and deleted = false and closesOn < :today "
                + "and sequence > :after order by sequence", PollRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("today", PollRow.today()).setParameter("after", after)
            .setMaxResults(PAGE).getResultList());
    }

    /**
     * Lists who cast an open ballot. NOT permission-filtered.
     *
     * @return the voters after a person, by id
     */
    List<UserId> voters(WikiId wiki, UUID poll, String person, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("select person from BallotRow where wiki = :wiki and poll = :poll and person > :person "
                + "order by person", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("poll", poll).setParameter("person", person)
            .setMaxResults(limit).getResultStream().map(UserId::new).toList());
    }

    private List<PollView> views(UserId reader, WikiId wiki, CommunityView community, List<PollRow> rows,
        List<BallotRow> ballots)
    {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UserId, Person> people = people(rows, ballots);
        return this.ledger.read(session -> {
            Shown shown = new Shown(reader, community, people, ballots, own(session, reader, wiki, rows),
                this.secrets.answered(session, wiki, reader, secret(rows)),
                this.secrets.find(session, wiki, secret(rows)));
            return rows.stream().map(shown::view).toList();
        });
    }

    private Map<UserId, Person> people(List<PollRow> rows, List<BallotRow> ballots)
    {
        return this.persons.find(Stream
            .concat(rows.stream().map(row -> row.author), ballots.stream().map(ballot -> ballot.person))
            .map(UserId::new).collect(Collectors.toSet()));
    }

    private static List<UUID> secret(List<PollRow> rows)
    {
        return rows.stream().filter(row -> row.secret).map(row -> row.id).toList();
    }

    private static Map<UUID, List<Integer>> own(Session session, UserId reader, WikiId wiki, List<PollRow> rows)
    {
        Map<UUID, List<Integer>> own = new HashMap<>();
        List<UUID> open = rows.stream().filter(row -> !row.secret).map(row -> row.id).toList();
        for (List<UUID> some : reader.isGuest() ? List.<List<UUID>>of() : Chunks.of(open)) {
            session.createQuery("from BallotRow where wiki = :wiki and person = :person and poll in (:polls)",
                BallotRow.class).setParameter(WIKI, wiki.value()).setParameter("person", reader.value())
                .setParameterList("polls", some).getResultStream()
                .forEach(ballot -> own.put(ballot.poll, PollActs.split(ballot.choices)));
        }
        return own;
    }

    /** What the views of some polls of a community have in common. */
    private record Shown(UserId reader, CommunityView community, Map<UserId, Person> people, List<BallotRow> ballots,
        Map<UUID, List<Integer>> own, Set<UUID> answered, Map<UUID, Answers> secrets)
    {
        PollView view(PollRow row)
        {
            Optional<Answers> secret = Optional.ofNullable(row.secret ? this.secrets.get(row.id) : null);
            Optional<int[]> votes = !row.secret ? Optional.of(Tally.read(row.votes))
                : secret.filter(answers -> !row.isOpen()).flatMap(answers -> answers.result().get()).map(Tally::counts);
            int voters = row.secret ? secret.map(Answers::number).orElse(0) : row.voters;
            List<Integer> mine = this.own.getOrDefault(row.id, List.of());
            boolean voted = !mine.isEmpty() || this.answered.contains(row.id);
            boolean mayVote = row.isOpen() && this.community.mine() != null && !(row.secret && voted);
            boolean mayManage = PollWriter.moderates(this.community) || row.author.equals(this.reader.value());
            return new PollView(row.id,
                new CommunityLocation(this.community.id(), this.community.title(), this.community.page()),
                this.people.get(new UserId(row.author)), row.question, row.kind(), row.secret,
                Instant.ofEpochMilli(row.startedAt), LocalDate.ofEpochDay(row.closesOn), row.isOpen(), voters,
                options(row, votes), votes.isPresent(), voted, mine, new Permissions(mayVote, mayManage));
        }

        private List<Option> options(PollRow row, Optional<int[]> votes)
        {
            List<String> texts = row.optionTexts();
            List<Option> options = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                int number = i + 1;
                options.add(new Option(texts.get(i), votes.isPresent() ? votes.get()[i] : 0, this.ballots.stream()
                    .filter(ballot -> PollActs.split(ballot.choices).contains(number))
                    .map(ballot -> this.people.get(new UserId(ballot.person))).toList()));
            }
            return options;
        }
    }
}
