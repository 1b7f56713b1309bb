/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the project of the page, or another one. */
@Component
@Named("cop-project")
@Singleton
public class ProjectMacro extends AbstractCopMacro<ProjectParameters>
{
    @Inject
    private ProjectFragments fragments;

    @Inject
    private Provider<ProjectService> projects;

    /** Declares the name, description and parameters. */
    public ProjectMacro()
    {
        super("Project", "Shows a project: who owns it, who works on it, and its milestones.", ProjectParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(ProjectParameters parameters) throws CopException, WrongParameterException
    {
        UUID named = input().id("id", parameters.getId());
        if (named != null) {
            return this.fragments.page(named, true);
        }
        UUID here = input().page() == null ? null
            : this.projects.get().at(printer().reader(), input().page()).orElse(null);
        if (here == null) {
            // A page with a project object that lies in no community, or one without any.
            return this.fragments.none();
        }
        return switch (input().asked("view")) {
            case "edit" -> this.fragments.edit(here);
            case "milestone" -> this.fragments.milestone(here);
            default -> this.fragments.page(here, false);
        };
    }
}
