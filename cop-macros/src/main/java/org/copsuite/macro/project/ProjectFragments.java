/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.milestone.MilestoneFragments;
import org.copsuite.macro.milestone.MilestoneFragments.Look;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Component;

/** Prints projects: the page of one, lists, the forms, and the panel of a community's home page. */
@Component(roles = ProjectFragments.class)
@Singleton
public class ProjectFragments
{
    private static final int PANEL = 3;

    /** The number of milestones on the page of a project. */
    private static final int SHOWN = 50;

    /** The number of communities that the form offers, the reader's own first. */
    private static final int OFFERED = 50;

    /** The height of the description in the form, in lines. */
    private static final int LINES = 8;

    private static final String PROJECT = "p";

    private static final String FORM = "form";

    @Inject
    private Printer printer;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private MilestoneFragments milestones;

    @Inject
    private Provider<ProjectService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a project
     * @param titled whether to print its title
     * @return the project with its milestones and the forms that the reader may use
     * @throws CopException NOT_FOUND
     */
    public Html page(UUID id, boolean titled) throws CopException
    {
        Project project = get(id);
        Html timeline = this.milestones.list(new Query(this.printer.wiki(), null, id, Set.of(), null, SHOWN),
            new Look(true, false, false, null));
        List<CommunityView> others = project.mayEdit() ? others(project) : List.of();
        return this.printer.print("project/page", PROJECT, project, "titled", titled, "body",
            this.memberTexts.html(project.id(), project.version(), project.body(), project.page()), "timeline", timeline,
            "others", others);
    }

    /** Returns the communities that can be asked to own a project. */
    private List<CommunityView> others(Project project) throws CopException
    {
        Set<CommunityId> owners =
            Set.copyOf(project.owners().stream().map(owner -> owner.community().id()).toList());
        return this.communities.get().directory(this.printer.reader(), this.printer.wiki(), "", null, OFFERED).items()
            .stream().filter(community -> !owners.contains(community.id())).toList();
    }

    /** @return says that the page is no project of a community */
    Html none()
    {
        return this.printer.print("project/none");
    }

    /**
     * @param id a project
     * @return the form that edits it
     * @throws CopException NOT_FOUND; FORBIDDEN if the reader may not edit it
     */
    public Html edit(UUID id) throws CopException
    {
        Project project = get(id);
        if (!project.mayEdit()) {
            throw CopException.forbidden();
        }
        return this.printer.print("project/edit", PROJECT, project, FORM,
            new FormTexts(project.title(), field(project.body(), project.page()), project.people()));
    }

    /**
     * @param id a project
     * @return the form that sets a milestone of it
     * @throws CopException NOT_FOUND; SIGN_IN; FORBIDDEN if the reader may not set one there
     */
    Html milestone(UUID id) throws CopException
    {
        PageId page = get(id).page();
        return this.milestones.create(
            this.communities.get().around(this.printer.reader(), page).orElseThrow(CopException::notFound), id);
    }

    /**
     * @param community a community
     * @return the form that starts a project there
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader may not start one there
     */
    public Html create(CommunityView community) throws CopException
    {
        CopException.requireAccount(this.printer.reader());
        if (!mayStart(community)) {
            throw CopException.forbidden();
        }
        return this.printer.print("project/new", "community", community, FORM,
            new FormTexts("", field("", community.page()), List.of()));
    }

    private static boolean mayStart(CommunityView community)
    {
        return community.permissions().contains(CommunityPermission.MANAGE_MILESTONES);
    }

    private static Editor.Field field(String text, PageId page)
    {
        return new Editor.Field("cop-project-body", "body", text, LINES, ProjectService.BODY_MAXIMUM, page, false,
            "cop-project-body-help");
    }

    /**
     * The values of the form.
     *
     * @param title the title
     * @param body the field for the description
     * @param people who works on it
     */
    public record FormTexts(String title, Editor.Field body, List<Person> people)
    {
    }

    /**
     * @param community the owner of the projects, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of projects
     * @param continued whether the list can be continued
     * @return the projects, with the link to the form that starts one for whoever may
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    public Html list(CommunityView community, String after, int limit, boolean continued) throws CopException
    {
        return this.printer.print("project/list", "slice",
            this.service.get().list(this.printer.reader(), this.printer.wiki(),
                community == null ? null : community.id(), after, limit),
            "community", community, "continued", continued, "mayStart", community != null && mayStart(community));
    }

    /**
     * @param community a community
     * @return its latest projects; for whoever may start one, also where to start the first one; otherwise empty without
     *         any
     */
    Html panel(CommunityView community)
    {
        List<Project> projects =
            this.service.get().latest(this.printer.reader(), this.printer.wiki(), community.id(), PANEL);
        return projects.isEmpty() && !mayStart(community) ? Html.EMPTY
            : this.printer.print("project/panel", "community", community, "projects", projects);
    }

    private Project get(UUID id) throws CopException
    {
        return this.service.get().get(this.printer.reader(), this.printer.wiki(), id);
    }
}
