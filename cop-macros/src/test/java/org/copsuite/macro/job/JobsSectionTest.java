/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.job.Jobs.Latest;
import org.copsuite.macro.AbstractMacroTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** The boxes of jobs in the administration. */
@ComponentTest
@AllComponents
class JobsSectionTest extends AbstractMacroTest
{
    private static final UUID ID = new UUID(3, 3);

    private Element box(boolean offered, Job job) throws Exception
    {
        when(get(Jobs.class).latest(any(), any())).thenReturn(List.of(new Latest("rebuild", offered, job)));
        when(get(Jobs.class).isResumable("rebuild")).thenReturn(true);
        return show("{{cop-administration/}}").selectFirst("#cop-job-rebuild");
    }

    private static Job job(JobState state, Long total, CopException.Message problem)
    {
        return new Job(ID, "rebuild", state, "question", 5, total, 2, problem, null, Instant.now(), Instant.now());
    }

    private static List<String> acts(Element box)
    {
        return box.select("form.cop-form button[name=act]").eachAttr("value");
    }

    @Test
    void offersToStartWhatHasNeverRun() throws Exception
    {
        Element box = box(true, null);
        assertThat(acts(box)).containsExactly("start");
        assertThat(box.select("form").attr("action")).endsWith("/jobs");
        assertThat(box.select("form").attr("data-cop-target")).isEqualTo("cop-job-rebuild");
        assertThat(box.select("form input[name=type]").attr("value")).isEqualTo("rebuild");
        assertThat(box.select("form input[name=form_token]")).hasSize(1);
        assertThat(box.select("progress, .cop-job-state")).isEmpty();
        assertThat(box.hasAttr("data-cop-poll")).isFalse();
    }

    @Test
    void tellsHowFarAJobIsAndFetchesItAgain() throws Exception
    {
        Element box = box(true, job(JobState.RUNNING, 10L, null));
        assertThat(box.attr("data-cop-poll")).endsWith("/jobs/" + ID);
        assertThat(box.select(".cop-job-state").text()).contains("Running: 5 of 10 (question)");
        assertThat(box.select("progress").attr("value")).isEqualTo("5");
        assertThat(box.select("progress").attr("max")).isEqualTo("10");
        assertThat(box.select("progress").attr("aria-label")).isEqualTo("Rebuild");
        assertThat(acts(box)).containsExactly("cancel");
        assertThat(box.select("form").attr("action")).endsWith("/jobs/" + ID);
    }

    @Test
    void tellsWhatIsDoneWhereTheTotalIsUnknown() throws Exception
    {
        Element box = box(true, job(JobState.RUNNING, null, null));
        assertThat(box.select(".cop-job-state").text()).contains("Running: 5 done (question)");
        assertThat(box.selectFirst("progress").hasAttr("value")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void offersWhatTheStateAllows(JobState state) throws Exception
    {
        List<String> expected = switch (state) {
            case QUEUED, RUNNING -> List.of("cancel");
            case CANCELLING -> List.of();
            case DONE -> List.of("start");
            case FAILED, CANCELLED -> List.of("resume", "start");
        };
        Element box = box(true, job(state, 10L, null));
        assertThat(acts(box)).isEqualTo(expected);
        assertThat(box.hasAttr("data-cop-poll")).isEqualTo(state.isLive());
        assertThat(acts(box(false, job(state, 10L, null))))
            .isEqualTo(expected.stream().filter(act -> !"start".equals(act))
            .toList());
    }

    @Test
    void whatACommandDoesIsCancelledButNotContinuedHere() throws Exception
    {
        box(false, job(JobState.FAILED, 10L, null));
        when(get(Jobs.class).isResumable("rebuild")).thenReturn(false);
        assertThat(acts(show("{{cop-administration/}}").selectFirst("#cop-job-rebuild"))).isEmpty();
        when(get(Jobs.class).latest(any(), any()))
            .thenReturn(List.of(new Latest("rebuild", false, job(JobState.RUNNING, 10L, null))));
        assertThat(acts(show("{{cop-administration/}}").selectFirst("#cop-job-rebuild"))).containsExactly("cancel");
    }

    @Test
    void tellsWhyATryFailed() throws Exception
    {
        CopException.Message problem = new CopException.Message("cop.job.progress", "<b>", 2);
        Element waits = box(true, job(JobState.QUEUED, 10L, problem));
        assertThat(waits.select("[role=alert]").text())
            .isEqualTo("The last 2 tries failed; it is tried again. <b> of 2");
        Element failed = box(true, job(JobState.FAILED, 10L, problem));
        assertThat(failed.select("[role=alert]").text()).isEqualTo("<b> of 2");
    }

    @Test
    void aBoxIsThatOfTheNewestJobOfItsType() throws Exception
    {
        Jobs jobs = get(Jobs.class);
        when(jobs.get(any(), any(), any())).thenReturn(job(JobState.CANCELLED, 10L, null));
        when(jobs.latest(any(), any())).thenReturn(List.of(new Latest("rebuild", true, job(JobState.DONE, 10L, null))));
        assertThat(Jsoup.parse(get(JobFragments.class).box(ID).value()).select(".cop-job-state").text())
            .startsWith("Done:");
        when(jobs.latest(any(), any())).thenReturn(List.of());
        assertThat(Jsoup.parse(get(JobFragments.class).box(ID).value()).select(".cop-job-state").text())
            .startsWith("Cancelled:");
        doThrow(CopException.notFound()).when(jobs).get(any(), any(), any());
        assertThatThrownBy(() -> get(JobFragments.class).box(ID)).isInstanceOf(CopException.class);
    }

    @Test
    void showsNoSectionWhereThereIsNothing() throws Exception
    {
        when(get(Jobs.class).latest(any(), any())).thenReturn(List.of());
        assertThat(show("{{cop-administration/}}").select("#cop-jobs")).isEmpty();
    }
}
