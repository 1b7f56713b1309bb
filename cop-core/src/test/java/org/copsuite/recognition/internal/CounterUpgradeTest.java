/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Projection;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The counters of a database whose points have columns for them, as those of version 0.11 have. */
@OnEveryDatabase
class CounterUpgradeTest
{
    private static final List<String> COLUMNS = List.of("questions", "answers", "accepted", "thanks");

    private RecognitionFixture f;

    @BeforeEach
    void start()
    {
        this.f = new RecognitionFixture();
    }

    @AfterEach
    void stop()
    {
        this.f.close();
    }

    @Test
    void columnsBecomeRows() throws Exception
    {
        Instant now = Instant.now();
        UUID question = this.f.asked(this.f.anna, new CommunityId(this.f.open), now);
        UUID answer = this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), now);
        this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), now.minusSeconds(200_000));
        this.f.accepted(this.f.anna, answer, question, this.f.bert, new CommunityId(this.f.open), now);
        this.f.deleted(this.f.bert, this.f.answered(this.f.cleo, question, this.f.anna, new CommunityId(this.f.open),
            now));
        List<Map<String, Object>> counters = counters();
        List<Standing> standings = standings();
        back();

        this.f.wiki.database().upgrade("recognition-counters");

        assertThat(counters()).isNotEmpty().isEqualTo(counters);
        assertThat(standings()).isNotEmpty().isEqualTo(standings);
    }

    @Test
    void countingGoesOnWhereTheColumnsEnded() throws Exception
    {
        Instant now = Instant.now();
        UUID question = this.f.asked(this.f.anna, new CommunityId(this.f.open), now);
        UUID answer = this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), now);
        back();
        this.f.wiki.database().upgrade("recognition-counters");

        this.f.answered(this.f.bert, question, this.f.anna, new CommunityId(this.f.open), now.minusSeconds(200_000));
        this.f.accepted(this.f.anna, answer, question, this.f.bert, new CommunityId(this.f.open), now);
        this.f.deleted(this.f.anna, question);

        List<Map<String, Object>> counters = counters();
        Projection points = this.f.wiki.get(Projection.class, "points");
        this.f.ledger.decide(tx -> {
            points.rebuild(tx.session(), TestWiki.WIKI, this.f.anna.value());
            points.rebuild(tx.session(), TestWiki.WIKI, this.f.bert.value());
            return null;
        });
        assertThat(counters()).isEqualTo(counters);
        Contributions bert = this.f.wiki.get(RecognitionService.class).contributions(this.f.bert, TestWiki.WIKI);
        assertThat(List.of(bert.answers(), bert.accepted())).containsExactly(2, 1);
    }

    private List<Standing> standings()
    {
        return this.f.wiki.get(RecognitionService.class).leaderboard(this.f.anna, TestWiki.WIKI, null, Period.WEEK, 10);
    }

    private List<Map<String, Object>> counters()
    {
        return this.f.wiki.database()
            .query("select * from cop_counter where total <> 0 order by scope_id, name, community, epoch_day");
    }

    /** Puts the counters back into the table of points, where the rows of points of each day and community are. */
    private void back()
    {
        for (String column : COLUMNS) {
            sql("alter table cop_points add column " + column + " int default 0 not null");
        }
        sql("insert into cop_points (wiki, person, community, epoch_day, capped, uncapped, points, reached) "
            + "select distinct wiki, scope_id, community, epoch_day, 0, 0, 0, 0 from cop_counter c where not exists "
            + "(select 1 from cop_points p where p.wiki = c.wiki and p.person = c.scope_id and p.community = c.community "
            + "and p.epoch_day = c.epoch_day)");
        for (String column : COLUMNS) {
            sql("update cop_points set " + column + " = coalesce((select c.total from cop_counter c where "
                + "c.wiki = cop_points.wiki and c.scope_id = cop_points.person and c.community = cop_points.community "
                + "and c.epoch_day = cop_points.epoch_day and c.name = '" + column + "'), 0)");
        }
        sql("delete from cop_counter");
    }

    private void sql(String sql)
    {
        this.f.wiki.database().execute(sql);
    }
}
