/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows one poll, or the polls of a community with the form that starts one. */
@Component
@Named("cop-poll")
@Singleton
public class PollMacro extends AbstractCopMacro<PollParameters>
{
    private static final int USUAL = 10;

    private static final int MAXIMUM = 100;

    @Inject
    private PollFragments fragments;

    /** Declares the name, description and parameters. */
    public PollMacro()
    {
        super("Poll", "Shows a poll with its results, or the polls of a community. Members vote and start polls there.",
            PollParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(PollParameters parameters) throws CopException, WrongParameterException
    {
        UUID id = input().id("id", parameters.getId());
        if (id != null) {
            return this.fragments.poll(id);
        }
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        return this.fragments.list(input().requireCommunity(parameters.getCommunity()).id(),
            open ? input().askedOrNull("after") : null, limit);
    }
}
