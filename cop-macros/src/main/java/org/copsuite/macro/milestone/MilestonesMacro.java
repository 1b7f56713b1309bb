/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import java.util.EnumSet;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.milestone.MilestoneFragments.Look;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the timeline of a community, or of all communities. */
@Component
@Named("cop-milestones")
@Singleton
public class MilestonesMacro extends AbstractCopMacro<MilestonesParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    private static final String COMMUNITY = "community";

    @Inject
    private MilestoneFragments fragments;

    /** Declares the name, description and parameters. */
    public MilestonesMacro()
    {
        super("Milestones", "Shows what a community wants to reach, by when, and what it has reached.",
            MilestonesParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(MilestonesParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        Set<State> states = states(parameters.getState());
        CommunityView community = input().community(COMMUNITY, parameters.getCommunity());
        if (community == null) {
            community = input().communityAround();
        }
        CommunityView inside = community == null ? input().askedCommunity(COMMUNITY) : null;
        community = community == null ? inside : community;
        if (community != null && !input().asked("new").isEmpty()) {
            return this.fragments.create(community, null);
        }
        Query query = new Query(printer().wiki(), community == null ? null : community.id(), null, states,
            open ? input().askedOrNull("after") : null, limit);
        return this.fragments.list(query, new Look(true, true, open, inside));
    }

    private Set<State> states(String value) throws WrongParameterException
    {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String word : MacroInput.isBlank(value) ? new String[0] : value.trim().split("[\\s,]+")) {
            if ("open".equalsIgnoreCase(word)) {
                states.addAll(EnumSet.of(State.PLANNED, State.UNDERWAY, State.DELAYED));
            } else {
                states.add(input().choice("state", word, State.class));
            }
        }
        return states;
    }
}
