/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;

/**
 * Generates communities of any size in an empty wiki. It inserts pages, entries of the ledger and the projections of
 * questions, answers, votes and tags directly into the tables; the projection of points is rebuilt afterwards. The
 * distributions are those of real sites: tags and people follow Zipf's law, and most questions have few answers and
 * votes while some have many. {@link Samples} verifies by a rebuild that the rows equal those that the suite would have
 * written.
 */
final class Generator
{
    private static final int TAGS = 300;

    private static final long END = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    private static final long SPAN = Duration.ofDays(3 * 365).toMillis();

    private final CopServer wiki;

    private final Size size;

    private final Random random = new Random(42);

    private final Words words = new Words();

    private final Words.Zipf tagZipf = new Words.Zipf(TAGS, 1.0);

    private final Words.Zipf people;

    private final Map<String, Integer> tagCounts = new HashMap<>();

    private long sequence;

    private Tables tables;

    /**
     * The size of the wiki.
     *
     * @param questions the number of questions
     * @param answers the number of answers
     * @param votes the number of votes
     * @param people the number of people
     * @param communities the number of communities
     */
    record Size(int questions, int answers, int votes, int people, int communities)
    {
        /** @return a size with as many answers, votes and people per question as real sites have */
        static Size of(int questions)
        {
            return new Size(questions, questions * 5 / 2, questions * 10, Math.max(60, questions / 20),
                Math.max(1, questions / 20_000));
        }

        /** @return this size, where the command line names no other one */
        Size with(Arguments line)
        {
            return new Size(this.questions, line.number("answers", this.answers), line.number("votes", this.votes),
                line.number("people", this.people), line.number("communities", this.communities));
        }
    }

    Generator(CopServer wiki, Size size)
    {
        this.wiki = wiki;
        this.size = size;
        this.people = new Words.Zipf(size.people(), 0.9);
    }

    /** @return the generated communities */
    List<CommunityView> run() throws SQLException, CopException
    {
        List<CommunityView> communities = new ArrayList<>();
        for (int i = 0; i < this.size.communities(); i++) {
            communities.add(this.wiki.get(CommunityService.class).found(this.wiki.get(People.class).service(),
                new CommunityService.CommunityDraft(new CommunityId(id("community", i)), WikiOptions.WIKI, "Community "
                    + (i + 1), "Made to measure.", List.of(), CommunityService.Visibility.OPEN)));
        }
        importPeople();
        try (Connection connection = this.wiki.get(WikiDatabase.class).dataSource().getConnection()) {
            connection.setAutoCommit(false);
            this.tables = new Tables(connection);
            this.sequence = this.tables.head();
            for (CommunityView community : communities) {
                write(community);
            }
            this.tables.end(this.sequence);
            connection.commit();
        }
        return communities;
    }

    private void importPeople()
    {
        List<Persons.Imported> batch = new ArrayList<>();
        for (int i = 0; i < this.size.people(); i++) {
            batch.add(new Persons.Imported(Persons.Imported.idOf("made", Integer.toString(i)), "Person " + i, "",
                Instant.ofEpochMilli(END - SPAN), null));
            if (batch.size() == 500 || i + 1 == this.size.people()) {
                this.wiki.get(Persons.class).addImported(WikiOptions.WIKI, batch);
                batch.clear();
            }
        }
    }

    static UUID id(String kind, long number)
    {
        return UUID.nameUUIDFromBytes((kind + '/' + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void write(CommunityView community) throws SQLException
    {
        int part = this.size.communities();
        int questions = this.size.questions() / part;
        int[] answers = shares(questions, this.size.answers() / part, 0.6);
        int[] questionVotes = shares(questions, this.size.votes() / part * 2 / 5, 1.0);
        int answerVotes = this.size.votes() / part - this.size.votes() / part * 2 / 5;
        double votesPerAnswer = (double) answerVotes / Math.max(1, this.size.answers() / part);
        this.tagCounts.clear();
        Totals totals = new Totals();
        for (int i = 0; i < questions; i++) {
            long created = END - SPAN + (long) ((double) SPAN * i / questions);
            long active = question(community, i, created, answers[i], questionVotes[i], votesPerAnswer);
            totals.active = Math.max(totals.active, active);
            totals.answers += answers[i];
        }
        this.tables.totals(community, questions, totals.answers, totals.active, this.tagCounts);
    }

    /** Distributes a number of things among holders, many to some and few to most. */
    private int[] shares(int holders, int things, double skew)
    {
        double[] weights = new double[holders];
        double sum = 0;
        for (int i = 0; i < holders; i++) {
            weights[i] = Math.exp(skew * this.random.nextGaussian());
            sum += weights[i];
        }
        int[] shares = new int[holders];
        double carry = 0;
        for (int i = 0; i < holders; i++) {
            carry += weights[i] / sum * things;
            shares[i] = (int) carry;
            carry -= shares[i];
        }
        return shares;
    }

    private long question(CommunityView community, int number, long created, int answers, int votes,
        double votesPerAnswer) throws SQLException
    {
        long key = (long) number + (long) this.size.questions() * community.id().hashCode();
        UUID id = id("question", key);
        List<Integer> tagNumbers = new ArrayList<>(new TreeSet<>(this.random.ints(1 + this.random.nextInt(4))
            .map(i -> this.tagZipf.next(this.random)).boxed().toList()));
        List<String> tags = tagNumbers.stream().map(this.words::tag).toList();
        String title = this.words.title(this.random, tagNumbers);
        String body = this.words.body(this.random, tagNumbers);
        String author = person();
        PageId page = community.space().child("Questions")
            .child(PlainText.slug(title, 60) + '-' + id.toString().substring(0, 8)).home();
        this.tables.page(page, title, body, author, created, "question", id, String.join(" ", tags));
        ledger(created, author, "asked", id, community, null, 1, id + "/asked", null);
        Tables.Asked asked = new Tables.Asked(title, body, tags, author, created, this.sequence);
        int[] upDown = votes(id, community, author, created, votes);
        Tables.Activity active = new Tables.Activity(created, asked.sequence());
        int accepted = 0;
        for (int i = 0; i < answers; i++) {
            long at = Math.min(END, created + (long) (Duration.ofDays(2).toMillis() * Math.exp(2 * this.random.nextGaussian())));
            boolean accept = i == 0 && this.random.nextInt(10) < 6;
            accepted += accept ? 1 : 0;
            active = active.latest(answer(community, page, title, id, author, tagNumbers, i, at, accept,
                (int) Math.round(votesPerAnswer * -Math.log(1 - this.random.nextDouble()))));
        }
        this.tables.question(id, community, page, asked, active, upDown, answers, accepted);
        tags.forEach(tag -> this.tagCounts.merge(tag, 1, Integer::sum));
        return active.at();
    }

    /** @return when the answer was given, and the sequence of its entry */
    private Tables.Activity answer(CommunityView community, PageId question, String title, UUID questionId, String asker,
        List<Integer> tags, int number, long at, boolean accept, int votes) throws SQLException
    {
        UUID id = id("answer/" + questionId, number);
        String author = person();
        String body = this.words.body(this.random, tags);
        PageId page = question.space().page("Answer-" + id.toString().substring(0, 8));
        this.tables.page(page, title, body, author, at, "answer", id, null);
        ledger(at, author, "answered", id, community, asker, 1, id + "/answered", questionId.toString());
        Tables.Activity answered = new Tables.Activity(at, this.sequence);
        int[] upDown = votes(id, community, author, at, votes);
        Tables.Activity accepted = null;
        if (accept) {
            long acceptedAt = at + Duration.ofHours(3).toMillis();
            ledger(acceptedAt, asker, "accepted", id, community, author, 1, id + "/accepted/made", questionId.toString());
            accepted = new Tables.Activity(acceptedAt, this.sequence);
        }
        this.tables.answer(id, questionId, community, page, body, author, answered, upDown, accepted);
        return answered;
    }

    private int[] votes(UUID post, CommunityView community, String author, long at, int count) throws SQLException
    {
        int[] upDown = new int[2];
        int first = this.random.nextInt(this.size.people());
        int votes = Math.min(count, this.size.people() - 1);
        for (int i = 0; i < votes; i++) {
            String voter = name((first + i) % this.size.people());
            if (!voter.equals(author)) {
                int value = this.random.nextInt(12) == 0 ? -1 : 1;
                upDown[value > 0 ? 0 : 1]++;
                long cast = at + (long) (Duration.ofDays(1).toMillis() * this.random.nextDouble() * (i + 1));
                ledger(cast, voter, "voted", post, community, author, value, post + "/voted/made/" + i, null);
                this.tables.vote(post, voter, value, this.sequence, cast);
            }
        }
        return upDown;
    }

    private void ledger(long at, String actor, String act, UUID subject, CommunityView community, String beneficiary,
        int weight, String origin, String detail) throws SQLException
    {
        this.sequence++;
        this.tables.ledger(this.sequence, at, actor, act, subject, community.id().value(), beneficiary, weight, origin,
            detail);
    }

    private String person()
    {
        return name(this.people.next(this.random));
    }

    private static String name(int number)
    {
        return Persons.Imported.idOf("made", Integer.toString(number)).value();
    }

    /** The totals of a community. */
    private static final class Totals
    {
        private long active;

        private int answers;
    }
}
