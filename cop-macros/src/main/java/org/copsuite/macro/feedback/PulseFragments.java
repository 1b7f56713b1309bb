/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.PulseService.Interval;
import org.copsuite.feedback.PulseService.PulseView;
import org.copsuite.feedback.PulseService.Result;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.chart.Chart;
import org.copsuite.macro.chart.Chart.Series;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the pulse survey of a community. */
@Component(roles = PulseFragments.class)
@Singleton
public class PulseFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<PulseService> service;

    /**
     * @param community a community
     * @return its survey: the round that is open, and the results of closed ones
     * @throws CopException NOT_FOUND if the reader may not view the community; SIGN_IN for a guest; FORBIDDEN for others
     *             than members
     */
    public Html pulse(CommunityId community) throws CopException
    {
        return print(community, this.service.get().get(this.printer.reader(), this.printer.wiki(), community));
    }

    /**
     * @param community a community that the reader may view
     * @return the place of its survey on its home page: what stands there is read when it comes into view, so that the
     *         page does not wait for it; empty for whom it is not shown
     */
    Html panel(CommunityView community)
    {
        return this.service.get().isShown(community)
            ? this.printer.print("feedback/pulsepanel", "community", community) : Html.EMPTY;
    }

    private Html print(CommunityId community, PulseView pulse)
    {
        List<Result> shown = pulse.results().stream().filter(result -> !result.averages().isEmpty()).toList();
        return this.printer.print("feedback/pulse", "pulse", pulse, "off", pulse.interval() == Interval.OFF,
            "community", community, "chart", shown.isEmpty() ? null : chart(community, pulse.results()),
            "hidden", pulse.results().size() - shown.size(), "few", PollService.SHOWN_FROM);
    }

    private Chart chart(CommunityId community, List<Result> results)
    {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < PulseService.STATEMENTS; i++) {
            int statement = i;
            List<Double> values = new ArrayList<>();
            results.forEach(result ->
                values.add(result.averages().isEmpty() ? null : result.averages().get(statement)));
            series.add(new Series(this.printer.text("cop.pulse.statement." + (i + 1) + ".short"), values));
        }
        return new Chart(Chart.Kind.LINES, "cop-pulse-chart-" + community, this.printer.text("cop.pulse.title"),
            this.printer.text("cop.pulse.round"), results.stream().map(result -> this.printer.date(result.first())).toList(),
            series, PulseService.SCALE);
    }
}
