/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.rota;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Component;

/** Prints the rota of a community. */
@Component(roles = RotaFragments.class)
@Singleton
public class RotaFragments
{
    private static final int WEEK = 7;

    /** The number of fields for more people. */
    private static final int MORE = 4;

    @Inject
    private Printer printer;

    @Inject
    private Provider<RotaService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param community a community
     * @return its rota: the dates, swaps, and the form for whoever plans it; empty for a panel without a rota that the
     *         reader may not plan
     * @throws CopException NOT_FOUND if the reader may not view the community
     */
    public Html rota(CommunityId community) throws CopException
    {
        return rota(community, false);
    }

    /**
     * @param community a community
     * @param says whether a sentence stands where there is no rota
     * @return the rota as {@link #rota(CommunityId)} prints it
     * @throws CopException NOT_FOUND if the reader may not view the community
     */
    Html rota(CommunityId community, boolean says) throws CopException
    {
        Optional<Rota> rota = this.service.get().of(this.printer.reader(), this.printer.wiki(), community);
        boolean mayPlan = rota.isPresent() ? rota.get().mayPlan() : mayPlan(community);
        if (rota.isEmpty() && !mayPlan && !says) {
            return Html.EMPTY;
        }
        return this.printer.print("rota/rota", "rota", rota.orElse(null), "community", community, "mayPlan", mayPlan, "form",
            rota.map(RotaFragments::values).orElse(null), "more", MORE, "today", LocalDate.now(ZoneOffset.UTC));
    }

    private boolean mayPlan(CommunityId community) throws CopException
    {
        return this.communities.get().get(this.printer.reader(), this.printer.wiki(), community).permissions()
            .contains(CommunityPermission.MANAGE_MILESTONES);
    }

    private static Values values(Rota rota)
    {
        boolean weeks = rota.every() % WEEK == 0;
        return new Values(weeks ? rota.every() / WEEK : rota.every(), weeks ? "weeks" : "days", rota.people());
    }

    /**
     * @param community a community that the reader may view
     * @return the place of its rota on its home page: what stands there is read when it comes into view, so that the page
     *         does not wait for it
     */
    Html panel(CommunityView community)
    {
        return this.printer.print("rota/panel", "community", community);
    }

    /**
     * The values of the form.
     *
     * @param every the number of days or weeks between two dates
     * @param unit {@code days} or {@code weeks}
     * @param people the order
     */
    public record Values(int every, String unit, List<Person> people)
    {
    }
}
