/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.coaching;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.Coaching;
import org.copsuite.coaching.CoachingService.Figures;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Prints first questions that are held back, and coaching in a community. */
@Component(roles = CoachingFragments.class)
@Singleton
public class CoachingFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<CoachingService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @return the held questions of the reader and those that the reader coaches; the way to sign in for a guest
     * @throws CopException never, since nobody but a guest is refused
     */
    public Html list() throws CopException
    {
        boolean isGuest = this.printer.reader().isGuest();
        return this.printer.print("coaching/list", "held",
            isGuest ? null : this.service.get().list(this.printer.reader(), this.printer.wiki()));
    }

    /**
     * @param id a held question
     * @return it, with what the reader may do
     * @throws CopException NOT_FOUND for everybody but its author and the coaches
     */
    public Html held(UUID id) throws CopException
    {
        return print("coaching/held", id);
    }

    /**
     * @param id a held question
     * @return its comments
     * @throws CopException as {@link #held}
     */
    public Html comments(UUID id) throws CopException
    {
        return print("coaching/comments", id);
    }

    private Html print(String template, UUID id) throws CopException
    {
        HeldQuestion held = this.service.get().get(this.printer.reader(), this.printer.wiki(), id);
        return this.printer.print(template, "q", held, "page",
            SpaceId.of(this.printer.wiki(), Suite.SPACE).page("FirstQuestions"), "tagsText", String.join(" ", held.tags()));
    }

    /**
     * @param community a community
     * @return coaching there: what waits for a coach, the switch for volunteers, the figures for who runs the community;
     *         empty for others and where first questions are not coached
     * @throws CopException NOT_FOUND if the reader may not view the community
     */
    public Html coaching(CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get().get(this.printer.reader(), this.printer.wiki(), community);
        Coaching coaching = this.service.get().of(this.printer.reader(), view);
        return isShown(view) ? this.printer.print("coaching/coaching", "community", view, "coaching", coaching, "from",
            CoachingService.SHOWN_FROM, "months", Figures.MONTHS) : Html.EMPTY;
    }

    /**
     * @param community a community that the reader may view
     * @return the place of {@link #coaching} on its home page, which is read when it comes into view
     */
    Html panel(CommunityView community)
    {
        return isShown(community) ? this.printer.print("coaching/panel", "community", community) : Html.EMPTY;
    }

    private boolean isShown(CommunityView community)
    {
        return this.service.get().isOn(this.printer.wiki(), community.id())
            && (community.mine() != null || community.mayRun());
    }
}
