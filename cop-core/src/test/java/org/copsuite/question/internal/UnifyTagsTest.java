/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.UUID;

import org.assertj.core.groups.Tuple;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.job.JobState;
import org.copsuite.ledger.internal.RebuildJob;
import org.copsuite.notice.WatchService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.TagWatch;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.Snapshot;
import org.copsuite.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of a version that stored tags in other forms are upgraded in place. */
@OnEveryDatabase
class UnifyTagsTest extends AbstractQuestionTest
{
    /** As the version before lowered İstanbul. */
    private static final String DOTTED = "i\u0307stanbul";

    private static final String WIDE = "\uFF49\uFF53\uFF54\uFF41\uFF4E\uFF42\uFF55\uFF4C";

    private static final String DECOMPOSED = "cafe\u0301";

    private TestDatabase tables()
    {
        return this.wiki.database();
    }

    private void execute(String sql, Object... values)
    {
        tables().execute(sql.formatted(values));
    }

    /** The tables as the version before wrote them: three spellings of one tag. */
    private void age(PostId dotted, PostId wide)
    {
        execute("update cop_question set tags = ' %s ' where id = '%s'", DOTTED, dotted);
        execute("update cop_question_tag set tag = '%s' where question = '%s'", DOTTED, dotted);
        execute("update cop_question set tags = ' %s istanbul %s ' where id = '%s'", WIDE, DECOMPOSED, wide);
        execute("insert into cop_question_tag (wiki, tag, question) values ('%s', '%s', '%s')", WIKI, WIDE, wide);
        execute("update cop_question_tag set tag = '%s' where tag = 'caf\u00E9'", DECOMPOSED);
        execute("update cop_tag set tag = '%s' where tag = 'caf\u00E9'", DECOMPOSED);
        execute("update cop_tag set questions = 1 where tag = 'istanbul'");
        for (String tag : List.of(DOTTED, WIDE)) {
            execute("insert into cop_tag (wiki, id, community, space, tag, questions) select wiki, '%s', community, space, '%s', 1 "
                + "from cop_tag where tag = 'istanbul'", UUID.randomUUID(), tag);
        }
        execute("update cop_topic set topic = '%s', id = '%s'", DOTTED, ExpertiseService.topicSubject(this.anna, DOTTED));
        execute("update cop_ledger set detail = replace(detail, 'istanbul', '%s'), subject = '%s' where act = 'declared'", DOTTED,
            ExpertiseService.topicSubject(this.anna, DOTTED));
        execute("update cop_community set domains = ' PROOFS \uFF50roofs ' where id = '%s'", this.community.id());
        execute("update cop_watch set target = '%s' where target = 'istanbul'", DOTTED);
        execute("insert into cop_watch (wiki, watched_type, target, person, watching) select wiki, watched_type, '%s', person, "
            + "watching from cop_watch where target = '%s'", WIDE, DOTTED);
    }

    @Test
    void spellingsOfATagBecomeOne() throws Exception
    {
        PostId first = ask(this.anna, "Where is the bridge?", "istanbul");
        PostId second = ask(this.bert, "Where is a coffee house?", "istanbul", "caf\u00E9");
        ask(this.bert, "Where is neither of them?", "c++", ".net", "\u03B1\u03B2\u03B3", "\u6570\u636E");
        this.wiki.get(ExpertiseService.class).declare(this.anna, WIKI, "istanbul", Level.WORKING, "I live there.");
        this.wiki.get(WatchService.class).watch(this.anna, TagWatch.of(WIKI, "istanbul"), true);
        var before = tables().snapshot();
        age(first, second);
        assertThat(tables().query("select * from cop_tag where tag = 'istanbul'").get(0)).containsEntry("QUESTIONS", 1);

        tables().upgrade("tags-1");

        var after = tables().snapshot();
        before.remove("cop_ledger");
        after.remove("cop_ledger");
        assertThat(Snapshot.differences(before, after)).isEmpty();
        assertThat(tables().query("select target from cop_watch where watched_type = 'TAG'"))
            .singleElement().asString().contains("istanbul");
        for (String spelling : List.of("istanbul", "\u0130STANBUL", DOTTED, WIDE, "I\u0307stanbul")) {
            assertThat(this.queries.list(this.bert, new ListQuery(WIKI, null, spelling, null, null, Order.NEWEST, null, 5)).items())
                .as(spelling).extracting(question -> question.id()).containsExactlyInAnyOrder(first, second);
        }
        assertThat(this.queries.list(this.bert, new ListQuery(WIKI, null, DECOMPOSED, null, null, Order.NEWEST, null, 5)).items())
            .hasSize(1);
    }

    @Test
    void aTopicInAnOlderFormIsDeclaredAgainAndTakenBack() throws Exception
    {
        ExpertiseService service = this.wiki.get(ExpertiseService.class);
        service.declare(this.anna, WIKI, "istanbul", Level.WORKING, "I live there.");
        age(ask(this.anna, "Where is the bridge?", "istanbul"), ask(this.bert, "Where is a coffee house?", "istanbul"));
        tables().upgrade("tags-1");

        service.declare(this.anna, WIKI, "\u0130stanbul", Level.ADVANCED, "I was born there.");
        assertThat(service.topics(this.bert, WIKI, this.anna)).filteredOn(topic -> topic.level() != null)
            .extracting(Topic::name, Topic::level).containsExactly(Tuple.tuple("istanbul", Level.ADVANCED));
        rebuild();
        assertThat(service.topics(this.bert, WIKI, this.anna)).filteredOn(topic -> topic.level() != null)
            .extracting(Topic::name, Topic::level).containsExactly(Tuple.tuple("istanbul", Level.ADVANCED));
        service.retract(this.anna, WIKI, "istanbul");
        assertThat(service.topics(this.bert, WIKI, this.anna)).filteredOn(topic -> topic.level() != null).isEmpty();
    }

    private void rebuild()
    {
        assertThat(this.wiki.run(RebuildJob.NAME).state()).isEqualTo(JobState.DONE);
    }
}
