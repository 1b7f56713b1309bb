/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Progress;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Component;

/** Prints milestones: the page of one, the timeline, the forms, and the panel of a community's home page. */
@Component(roles = MilestoneFragments.class)
@Singleton
public class MilestoneFragments
{
    private static final int NAMESAKES = 20;

    /** The height of the description in the form, in lines. */
    private static final int LINES = 6;

    private static final String FORM = "form";

    private static final String MILESTONE = "m";

    private static final String COMMUNITY = "community";

    @Inject
    private Printer printer;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private Provider<MilestoneService> service;

    @Inject
    private Provider<People> people;

    /**
     * @param id a milestone
     * @param titled whether to print its title
     * @return the milestone with the forms that the reader may use
     * @throws CopException NOT_FOUND
     */
    public Html page(UUID id, boolean titled) throws CopException
    {
        Milestone milestone = get(id);
        return this.printer.print("milestone/page", MILESTONE, milestone, "titled", titled, "body",
            this.memberTexts.html(milestone.id(), milestone.version(), milestone.body(), milestone.page()), "states",
            Arrays.stream(State.values()).filter(state -> state != milestone.state() || state.needsReason()).toList(),
            "named", named(milestone));
    }

    /** Returns who is named on the page: the owner, the people, and the owners of items. */
    private static List<Person> named(Milestone milestone)
    {
        return Stream.of(Stream.ofNullable(milestone.owner()), milestone.people().stream(),
            milestone.items().stream().map(Item::owner).filter(Objects::nonNull)).flatMap(Function.identity()).distinct()
            .toList();
    }

    /** @return says that the page is no milestone of a community */
    Html none()
    {
        return this.printer.print("milestone/none");
    }

    /**
     * @param id a milestone
     * @return the form that edits it
     * @throws CopException NOT_FOUND; FORBIDDEN if the reader may not edit it
     */
    public Html edit(UUID id) throws CopException
    {
        Milestone milestone = get(id);
        if (!milestone.may().edit()) {
            throw CopException.forbidden();
        }
        return this.printer.print("milestone/edit", MILESTONE, milestone, FORM, form(milestone));
    }

    private FormTexts form(Milestone one)
    {
        Progress number = one.progress() == null || !one.progress().isNumber() ? null : one.progress();
        return new FormTexts(one.title(), one.due() == null ? "" : one.due().toString(), field(one.body(), one.page()),
            name(one.owner()), one.people(), one.items().stream().map(Item::text).collect(Collectors.joining("\n")),
            number == null ? "" : number.target().toPlainString(), number == null ? "" : number.unit());
    }

    /** Returns what the field of a person shows: the name if only one account has it, otherwise the id. */
    private String name(Person person)
    {
        if (person == null) {
            return "";
        }
        long same = this.people.get().startingWith(this.printer.wiki(), person.name(), NAMESAKES).stream()
            .filter(other -> other.name().equalsIgnoreCase(person.name())).count();
        return same == 1 ? person.name() : person.id().value();
    }

    /**
     * @param community a community
     * @param holder what holds the new milestone inside the community, {@code null} for the community itself
     * @return the form that sets a milestone
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader may not set one there
     */
    public Html create(CommunityView community, UUID holder) throws CopException
    {
        CopException.requireAccount(this.printer.reader());
        if (!mayManage(community.id(), holder)) {
            throw CopException.forbidden();
        }
        return this.printer.print("milestone/new", COMMUNITY, community, "holder", holder, FORM,
            new FormTexts("", "", field("", community.page()), "", List.of(), "", "", ""));
    }

    private static Editor.Field field(String text, PageId page)
    {
        return new Editor.Field("cop-milestone-body", "body", text, LINES, MilestoneService.BODY_MAXIMUM, page, false,
            "cop-milestone-body-help");
    }

    /**
     * The values of the form.
     *
     * @param title the title
     * @param due the date, such as {@code 2027-03-31}
     * @param body the field for the description
     * @param owner the owner, by a name that only one account has, or by the id
     * @param people who works on it
     * @param items the checklist, one item a line
     * @param target the number to reach
     * @param unit what it counts
     */
    public record FormTexts(String title, String due, Editor.Field body, String owner, List<Person> people, String items,
        String target, String unit)
    {
    }

    /**
     * @param query what to list
     * @param look how to print it
     * @return the timeline
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    public Html list(Query query, Look look) throws CopException
    {
        boolean one = query.community() != null || query.holder() != null;
        return this.printer.print("milestone/list", "slice", this.service.get().list(this.printer.reader(), query),
            "look", look, "named", !one, COMMUNITY, query.community(), "holder", query.holder(), "mayManage",
            one && look.forms() && mayManage(query.community(), query.holder()));
    }

    /**
     * How a timeline is printed.
     *
     * @param titled whether it has a title
     * @param forms whether it has the link to the form that sets a milestone, for whoever may set one
     * @param continued whether it can be continued
     * @param inside the community to name, {@code null} for none
     */
    public record Look(boolean titled, boolean forms, boolean continued, CommunityView inside)
    {
    }

    /**
     * @param community a community
     * @return its next milestone and those that it celebrates; for whoever may set milestones, also where to set the
     *         first one; otherwise empty without them
     */
    Html panel(CommunityView community)
    {
        List<Milestone> shown =
            this.service.get().highlights(this.printer.reader(), this.printer.wiki(),
                new CommunityLocation(community.id(), community.title(), community.page()));
        if (shown.isEmpty() && !community.permissions().contains(CommunityPermission.MANAGE_MILESTONES)) {
            return Html.EMPTY;
        }
        return this.printer.print("milestone/panel", COMMUNITY, community, "next",
            shown.stream().filter(one -> one.state().isOpen()).toList(), "celebrated",
            shown.stream().filter(Milestone::isCelebrated).toList());
    }

    private boolean mayManage(CommunityId community, UUID holder)
    {
        return this.service.get().mayManage(this.printer.reader(), this.printer.wiki(), community, holder);
    }

    private Milestone get(UUID id) throws CopException
    {
        return this.service.get().get(this.printer.reader(), this.printer.wiki(), id);
    }
}
