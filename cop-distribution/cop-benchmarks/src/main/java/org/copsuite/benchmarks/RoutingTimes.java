/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import org.copsuite.community.CommunityService;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;

/**
 * Measures how long it takes from asking until those who could answer are chosen and the notices to them are stored. The
 * most active generated people get accounts, since nobody else can be told.
 */
final class RoutingTimes
{
    private static final int QUESTIONS = 20;

    /** The number of the most active people who get accounts. */
    static final int EXPERTS = 50;

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private static final long PAUSE = 2;

    private final CopServer wiki;

    private final Sql sql;

    private final Random random = new Random(11);

    private final int experts;

    /** @param experts the number of people who get accounts; each costs the hash of a password */
    RoutingTimes(CopServer wiki, int experts)
    {
        this.wiki = wiki;
        this.experts = experts;
        this.sql = new Sql(wiki);
    }

    /** @return the median in milliseconds */
    double median() throws Exception
    {
        CommunityId community =
            new CommunityId(UUID.fromString(this.sql.rows("select id from cop_community order by id").get(0).get(0)));
        List<Voters.Voter> members = Voters.signIn(this.wiki, this.experts + 1);
        UserId asker = members.get(this.experts).id();
        link(members.subList(0, this.experts));
        this.wiki.get(CommunityService.class).join(asker, community);
        double[] times = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            times[i] = ask(asker, community);
        }
        if (this.sql.number("select count(*) from cop_routed") == 0) {
            throw new WrongResultException("None of " + QUESTIONS + " questions was brought to anybody.");
        }
        return DoubleStream.of(times).sorted().toArray()[QUESTIONS / 2];
    }

    private void link(List<Voters.Voter> members) throws Exception
    {
        UserId administrator = this.wiki.get(People.class).service();
        List<List<String>> authors = this.sql.rows("select author from cop_answer where author like 'imported:%' "
            + "group by author order by count(*) desc, author limit " + members.size());
        for (int i = 0; i < authors.size(); i++) {
            this.wiki.get(Persons.class).link(administrator, WikiOptions.WIKI, new UserId(authors.get(i).get(0)),
                members.get(i).id());
        }
    }

    /** Asks about what others have asked about, in other words. */
    private double ask(UserId asker, CommunityId community) throws Exception
    {
        List<String> one = question();
        List<String> other = question();
        UUID id = UUID.randomUUID();
        this.wiki.get(QuestionService.class).ask(asker, new Ask(id, community, one.get(0) + " again",
            one.get(0) + ". " + other.get(0), List.of(one.get(1).trim().split("[ ,]+"))));
        long start = System.nanoTime();
        while (this.sql.number("select count(*) from cop_routing where id = ?", id.toString()) == 0) {
            if (System.nanoTime() - start > LONGEST) {
                throw new WrongResultException("The question [" + id + "] was not routed within a minute.");
            }
            Thread.sleep(PAUSE);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private List<String> question() throws Exception
    {
        List<List<String>> rows = this.sql.rows("select title, tags from cop_question where author like 'imported:%' "
            + "and id > ? order by id limit 1", new UUID(this.random.nextLong(), 0).toString());
        return rows.isEmpty() ? question() : rows.get(0);
    }
}
