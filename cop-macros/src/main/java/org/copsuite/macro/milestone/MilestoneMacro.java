/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the milestone of the page, or another one. */
@Component
@Named("cop-milestone")
@Singleton
public class MilestoneMacro extends AbstractCopMacro<MilestoneParameters>
{
    @Inject
    private MilestoneFragments fragments;

    @Inject
    private Provider<MilestoneService> milestones;

    /** Declares the name, description and parameters. */
    public MilestoneMacro()
    {
        super("Milestone", "Shows a milestone: when it is due, who works on it, and how far it is.",
            MilestoneParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(MilestoneParameters parameters) throws CopException, WrongParameterException
    {
        UUID named = input().id("id", parameters.getId());
        if (named != null) {
            return this.fragments.page(named, true);
        }
        UUID here = input().page() == null ? null
            : this.milestones.get().at(printer().reader(), input().page()).orElse(null);
        if (here == null) {
            // A page with a milestone object that lies in no community, or one without any.
            return this.fragments.none();
        }
        return "edit".equals(input().asked("view")) ? this.fragments.edit(here) : this.fragments.page(here, false);
    }
}
