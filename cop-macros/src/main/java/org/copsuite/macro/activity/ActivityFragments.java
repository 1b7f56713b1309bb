/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.activity;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ItemLinks;
import org.copsuite.Slice;
import org.copsuite.activity.ActivityService;
import org.copsuite.activity.ActivityService.Activity;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints what happened lately. */
@Component(roles = ActivityFragments.class)
@Singleton
public class ActivityFragments
{
    /** Number of acts that the panel shows. */
    static final int PANEL = 8;

    @Inject
    private Printer printer;

    @Inject
    private Provider<ActivityService> service;

    /**
     * @param community a community, {@code null} for all that the reader may view
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of acts
     * @param paged whether to link the rest
     * @return what happened there lately
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    public Html list(CommunityId community, String after, int limit, boolean paged) throws CopException
    {
        Slice<Activity> slice =
            this.service.get().list(this.printer.reader(), this.printer.wiki(), community, after, limit);
        return this.printer.print("activity/list", "community", community, "lines",
            slice.items().stream().map(this::line).toList(), "next", paged ? slice.next() : null);
    }

    private Line line(Activity activity)
    {
        return new Line(activity,
            ItemLinks.url(this.printer.links(), activity.target().page(), activity.target().anchor()));
    }

    /**
     * @param community a community that the reader may view
     * @return the place of its activity on its home page: what stands there is read when it comes into view, so that the
     *         page does not wait for it
     */
    Html panel(CommunityView community)
    {
        return this.printer.print("activity/panel", "community", community, "limit", PANEL);
    }

    /**
     * A line of the list.
     *
     * @param activity what somebody did
     * @param url where it leads
     */
    public record Line(Activity activity, String url)
    {
    }
}
