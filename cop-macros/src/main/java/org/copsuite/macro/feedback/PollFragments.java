/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.feedback.PollService.Option;
import org.copsuite.feedback.PollService.PollView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.chart.Chart;
import org.copsuite.macro.chart.Chart.Series;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints polls. */
@Component(roles = PollFragments.class)
@Singleton
public class PollFragments
{
    private static final int PANEL = 3;

    /** Number of days that the form proposes. */
    private static final int USUAL_DAYS = 14;

    @Inject
    private Printer printer;

    @Inject
    private Provider<PollService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a poll
     * @return the poll, with a form to vote if the reader may
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    public Html poll(UUID id) throws CopException
    {
        return this.printer.print("feedback/poll", "card",
            card(this.service.get().get(this.printer.reader(), this.printer.wiki(), id)));
    }

    /**
     * @param community a community
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of polls
     * @return its polls, newest first, and the form that starts one if the reader may
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    public Html list(CommunityId community, String after, int limit) throws CopException
    {
        CommunityView around =
            this.communities.get().get(this.printer.reader(), this.printer.wiki(), community);
        Slice<PollView> polls =
            this.service.get().list(this.printer.reader(), this.printer.wiki(), community, after, limit);
        return this.printer.print("feedback/polls", "community", around, "cards",
            polls.items().stream().map(this::card).toList(), "next", polls.next(), "mayStart", mayStart(around),
            "kinds", Kind.values(), "day", LocalDate.now(ZoneOffset.UTC).plusDays(USUAL_DAYS));
    }

    /**
     * @param id a poll that was deleted
     * @return a sentence in its place
     */
    public Html deleted(UUID id)
    {
        return this.printer.print("feedback/polldeleted", "id", id);
    }

    /**
     * @param community a community that the reader may view
     * @return its current polls for its home page; where there is none, what whoever runs the community can do; empty
     *         for others
     */
    Html panel(CommunityView community)
    {
        List<PollView> polls = this.service.get().current(this.printer.reader(), community, PANEL);
        return polls.isEmpty() && !community.mayRun() ? Html.EMPTY : this.printer.print("feedback/pollspanel",
            "community", community, "cards", polls.stream().map(this::card).toList(), "mayStart", mayStart(community));
    }

    private static boolean mayStart(CommunityView community)
    {
        return community.mine() != null || community.permissions().contains(CommunityPermission.MODERATE);
    }

    private Card card(PollView poll)
    {
        return new Card(poll, poll.shown() && poll.voters() > 0 ? chart(poll) : null);
    }

    private Chart chart(PollView poll)
    {
        String what = this.printer.text(poll.kind() == Kind.RANKED ? "cop.poll.points" : "cop.poll.votes");
        return new Chart(Chart.Kind.BARS, "cop-poll-chart-" + poll.id(), poll.question(),
            this.printer.text("cop.poll.option"), poll.options().stream().map(Option::text).toList(),
            List.of(new Series(what, poll.options().stream().map(option -> (double) option.votes()).toList())), 0);
    }

    /**
     * A poll with the chart of its results.
     *
     * @param poll the poll
     * @param chart the chart, {@code null} if there is nothing to show
     */
    public record Card(PollView poll, Chart chart)
    {
    }
}
