/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Prints leaderboards, thanks and the reader's contributions. */
@Component(roles = RecognitionFragments.class)
@Singleton
public class RecognitionFragments
{
    private static final String COMMUNITY = "community";

    @Inject
    private Printer printer;

    @Inject
    private Provider<RecognitionService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param community the community, {@code null} for all that the reader may view
     * @param period the period
     * @param limit the maximum number of people
     * @param tabs whether the reader may choose the period
     * @return the leaderboard; without standings while recognition is off
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html leaderboard(CommunityId community, Period period, int limit, boolean tabs) throws CopException
    {
        WikiId wiki = this.printer.wiki();
        boolean on = this.service.get().isOn(wiki);
        return this.printer.print("recognition/leaderboard", COMMUNITY, get(community), "period", period, "periods",
            List.of(Period.values()), "tabs", tabs, "on", on, "chosen",
            this.printer.request().parameter("cop-community").orElse(null), "standings",
            on ? this.service.get().leaderboard(this.printer.reader(), wiki, community, period, limit) : List.of());
    }

    /**
     * Prints the wall of thanks.
     *
     * @param community the community, {@code null} for all that the reader may view
     * @param to the person thanked, {@code null} for all
     * @param form the initial person in the form, {@code null} for no form
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of thanks
     * @param paged whether to link to older thanks
     * @return the thanks and the form
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; INVALID for a
     *            cursor of another list
     */
    public Html thanks(CommunityId community, UserId to, String form, String after, int limit, boolean paged)
        throws CopException
    {
        return this.printer.print("recognition/thanks", COMMUNITY, get(community), "on",
            this.service.get().isOn(this.printer.wiki()), "form", form != null, "to",
            form == null ? "" : form, "paged", paged, "slice", this.service.get().thanks(this.printer.reader(),
                this.printer.wiki(), community, to, after, limit));
    }

    /**
     * @return the reader's contributions
     * @throws CopException SIGN_IN for a guest
     */
    public Html contributions() throws CopException
    {
        Contributions mine = this.service.get().contributions(this.printer.reader(), this.printer.wiki());
        List<String> acts = mine.recent().stream()
            .map(recent -> this.printer.text("cop.act." + recent.act())).toList();
        return this.printer.print("recognition/contributions", "mine", mine, "acts", acts, "on",
            this.service.get().isOn(this.printer.wiki()));
    }

    private CommunityView get(CommunityId community) throws CopException
    {
        return community == null ? null
            : this.communities.get().get(this.printer.reader(), this.printer.wiki(), community);
    }
}
