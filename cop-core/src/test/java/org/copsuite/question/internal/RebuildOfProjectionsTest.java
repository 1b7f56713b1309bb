/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.internal.RebuildJob;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.junit.jupiter.api.Test;

/** Projections that were damaged are rebuilt from the ledger and the pages. */
@OnEveryDatabase
class RebuildOfProjectionsTest extends AbstractQuestionTest
{
    private static final List<String> TABLES = List.of("cop_community", "cop_membership", "cop_question",
        "cop_question_tag", "cop_tag", "cop_answer", "cop_answer_text", "cop_comment", "cop_vote", "cop_link");

    @Test
    void emptiedProjectionsAreRebuilt() throws Exception
    {
        live();
        Map<String, List<Map<String, Object>>> before = snapshot();
        assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        TABLES.forEach(table -> this.wiki.database().execute("delete from " + table));
        rebuild();
        assertEqual(before);
    }

    @Test
    void wrongNumbersAreCountedAgainAndWhatTheLedgerDoesNotKnowGoes() throws Exception
    {
        live();
        Map<String, List<Map<String, Object>>> before = snapshot();
        this.wiki.database().execute("update cop_question set votes_up = 99, score = 7, answers = 3, accepted = 9, "
            + "comments = 5, hot = 1, active = 1, title = 'Wrong', tags = ' wrong ', closed = true, "
            + "closing_reason = 'UNCLEAR', closed_by = 'x', closed_at = 1, author = 'x'");
        this.wiki.database().execute("update cop_answer set votes_down = 9, accepted = true, author = 'x'");
        this.wiki.database().execute("update cop_answer_text set body = 'Wrong'");
        this.wiki.database().execute("update cop_comment set author = 'x', body = 'Wrong'");
        this.wiki.database().execute("update cop_tag set questions = 77");
        this.wiki.database().execute("update cop_community set members = 50, questions = 60, answers = 70, access = 'PRIVATE'");
        this.wiki.database().execute("update cop_membership set member_role = 'MEMBER', role_order = 2");
        this.wiki.database().execute("delete from cop_vote where vote_value = 1");
        this.wiki.database().execute("update cop_link set other = '" + UUID.randomUUID() + "'");
        rebuild();
        assertEqual(before);
    }

    @Test
    void cancelledAndKilledAsOftenAsCanBeItComesToTheSame() throws Exception
    {
        live();
        Map<String, List<Map<String, Object>>> before = snapshot();
        TABLES.forEach(table -> this.wiki.database().execute("delete from " + table));
        UUID job = this.wiki.get(Jobs.class).start(this.admin, WIKI, RebuildJob.NAME, "").id();
        int interruptions = 0;
        while (oneStep(job, interruptions++ % 2 == 0) != JobState.DONE) {
            this.wiki = this.wiki.afterItWasKilled();
        }
        assertThat(interruptions).as("one for each view at least").isGreaterThan(TABLES.size() / 2);
        assertEqual(before);
    }

    /** Does one step; then the process is killed, or somebody cancels the job and resumes it. */
    private JobState oneStep(UUID job, boolean killed) throws Exception
    {
        Jobs jobs = this.wiki.get(Jobs.class);
        AtomicInteger calls = new AtomicInteger();
        try {
            this.wiki.get(JobRunner.class).run(job, now -> {
                if (calls.incrementAndGet() == 2) {
                    throw new KilledException();
                }
                cancel(jobs, job, !killed && now.total() != null);
            });
        } catch (KilledException e) {
            // The claim of a killed process lapses.
            this.wiki.database().execute("update cop_job set claimed_until = 0");
        }
        jobs.resume(this.admin, WIKI, job);
        return jobs.get(this.admin, WIKI, job).state();
    }

    private void cancel(Jobs jobs, UUID job, boolean wanted)
    {
        try {
            if (wanted) {
                jobs.cancel(this.admin, WIKI, job);
            }
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRebuildOfWhatIsRightChangesNothing() throws Exception
    {
        live();
        Map<String, List<Map<String, Object>>> before = snapshot();
        rebuild();
        assertEqual(before);
    }

    /** A bit of everything that people do. */
    private void live() throws Exception
    {
        CommunityView other = found("Other things", CommunityService.Visibility.PRIVATE);
        this.communities.join(this.anna, this.community.id());
        this.communities.join(this.bert, this.community.id());
        this.communities.join(this.carl, this.community.id());
        this.communities.leave(this.carl, this.community.id());
        this.communities.appoint(this.fay, this.community.id(), this.bert, Role.EXPERT);
        PostId first = ask(this.anna, TITLE, "one", "two");
        PostId second = ask(this.bert, "Another question here", "two");
        PostId third = ask(this.admin, other, "A private question here", "three");
        PostId good = answer(this.bert, first);
        PostId bad = answer(this.carl, first, "No idea.");
        PostId taken = answer(this.anna, second);
        this.service.vote(this.anna, good, 1);
        this.service.vote(this.carl, good, 1);
        this.service.vote(this.carl, good, -1);
        this.service.vote(this.fay, good, 1);
        this.service.vote(this.fay, first, 1);
        this.service.vote(this.bert, first, 1);
        this.service.vote(this.bert, first, 0);
        this.service.accept(this.anna, good, true);
        this.service.accept(this.bert, taken, true);
        this.service.accept(this.bert, taken, false);
        this.service.comment(this.carl, first, UUID.randomUUID(), "Which loop?");
        UUID comment = this.service.comment(this.carl, good, UUID.randomUUID(), "To be deleted.");
        this.service.comment(this.anna, good, UUID.randomUUID(), "Thank you.");
        this.service.deleteComment(this.fay, comment);
        this.service.edit(this.anna, first, new Edit("How does one find an invariant?", "Better.", List.of("one", "new"),
            "1.1", "", false));
        this.service.edit(this.fay, good, new Edit(null, "Corrected.", null, "1.1", "", true));
        this.service.close(this.fay, second, ClosingReason.DUPLICATE, first);
        this.service.close(this.admin, third, ClosingReason.OUTDATED, null);
        this.service.reopen(this.admin, third);
        this.service.delete(this.fay, bad);
        PageId page = this.queries.find(this.anna, second).page();
        this.wiki.pages().move(page, other.space().child("Questions").child("moved").home(), this.admin);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
    }

    private void rebuild()
    {
        assertThat(this.wiki.run(RebuildJob.NAME).state()).isEqualTo(JobState.DONE);
    }

    private void assertEqual(Map<String, List<Map<String, Object>>> before)
    {
        Map<String, List<Map<String, Object>>> after = snapshot();
        TABLES.forEach(table -> assertThat(after.get(table)).as(table).isEqualTo(before.get(table)));
    }

    /** All rows of all views that a reader can come to see: what is deleted, and whose page is gone, leaves no text. */
    private Map<String, List<Map<String, Object>>> snapshot()
    {
        Map<String, List<Map<String, Object>>> snapshot = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<Map<String, Object>> rows = this.wiki.database().query("select * from " + table
                + (table.equals("cop_answer_text") ? " where id in (select id from cop_answer where deleted = false)" : ""));
            rows.removeIf(row -> Boolean.TRUE.equals(row.get("DELETED"))
                || (table.equals("cop_tag") && Integer.valueOf(0).equals(row.get("QUESTIONS"))));
            rows.sort(Comparator.comparing(Object::toString));
            snapshot.put(table, rows.stream().<Map<String, Object>>map(TreeMap::new).toList());
        }
        return snapshot;
    }

    /** Stands for the end of a process. */
    private static final class KilledException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;
    }
}
