/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityWatch;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.PageAddresses;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.macro.spi.MemberNotes;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Prints communities: the directory, the home page, the members and the form that changes a community. */
@Component(roles = CommunityFragments.class)
@Singleton
public class CommunityFragments
{
    private static final int MEMBERS = 50;

    private static final int PURPOSE = 160;

    private static final String COMMUNITY = "community";

    @Inject
    private Provider<List<MemberNotes>> memberNotes;

    @Inject
    private Printer printer;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private QuestionFragments questions;

    @Inject
    private NoticeFragments notices;

    @Inject
    private Provider<CommunityService> service;

    @Inject
    private Provider<CommunityRoles> roles;

    @Inject
    private PageParts parts;

    @Inject
    private HomePanels panels;

    @Inject
    private Provider<Settings> settings;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Markup> markup;

    /**
     * @param query which communities
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of communities
     * @param searchable whether to print the search form, and a link that founds a community if the reader may found one
     * @return the directory
     * @throws CopException INVALID for a cursor of another list
     */
    public Html directory(DirectoryQuery query, String after, int limit, boolean searchable) throws CopException
    {
        Slice<CommunityView> slice =
            this.service.get().search(this.printer.reader(), this.printer.wiki(), query, after, limit);
        Map<CommunityId, String> purposes = new HashMap<>();
        slice.items().forEach(one -> purposes.put(one.id(), shorten(this.markup.get().plain(one.purpose()))));
        boolean mayFound = searchable && this.service.get().mayFound(this.printer.reader(), this.printer.wiki());
        return this.printer.print("community/directory", "slice", slice, "query", query, "purposes", purposes,
            "mayFound", mayFound, "searchable", searchable, "quiet",
            Instant.now().minus(DirectoryQuery.QUIET_DAYS, ChronoUnit.DAYS));
    }

    private static String shorten(String text)
    {
        if (text.length() <= PURPOSE) {
            return text;
        }
        int end = text.lastIndexOf(' ', PURPOSE);
        String start = text.substring(0, end > PURPOSE / 2 ? end : text.offsetByCodePoints(0, PURPOSE / 2));
        return start.replaceFirst("[\\s.,;:]+$", "") + '\u2026';
    }

    /**
     * @param id the community
     * @param titled whether to print the name
     * @return the purpose of the community, its figures and the reader's actions
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html header(CommunityId id, boolean titled) throws CopException
    {
        CommunityView community = get(id);
        return this.printer.print("community/header", header(community, titled));
    }

    private Object[] header(CommunityView community, boolean titled, Object... more)
    {
        Object[] values = {COMMUNITY, community, "titled", titled, "purpose",
            this.memberTexts.html(community.id().value(), community.version(), community.purpose(), community.page()),
                "mayAsk",
            this.access.get().has(this.printer.reader(), Right.COMMENT, community.page()), "watch",
            this.notices.button(CommunityWatch.of(this.printer.wiki(), community.id()), false)};
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    /**
     * Prints the home page of a community: its head, its questions, and the panels that capabilities contribute.
     *
     * @param community the community
     * @param query the query of its questions
     * @param titled whether to print the name
     * @param chosen the names of the panels to show, in this order; {@code null} for all, in the order that the
     *            facilitators of the community have chosen. Names of panels that there are not are left out
     * @return the page
     * @throws CopException INVALID for a cursor of another list
     */
    public Html home(CommunityView community, ListQuery query, boolean titled, List<String> chosen) throws CopException
    {
        Html list = this.questions.list(query,
            new QuestionFragments.Look(this.printer.text("cop.list.title"), true, true, false));
        List<CommunityPanel> shown = chosen == null ? arranged(community)
            : this.panels.named(chosen);
        Html wide = print(community, shown, true);
        return this.printer.print("community/home", header(community, titled, "list", list, "panels",
            print(community, shown, false), "wide", wide, "hasWide", !wide.value().isBlank()));
    }

    /** Returns all panels: those that the setting names first, then the others in their usual order. */
    private List<CommunityPanel> arranged(CommunityView community)
    {
        Set<CommunityPanel> all = new LinkedHashSet<>(this.panels.named(HomePanels.parse(this.settings.get()
            .get(HomeSettings.ORDER, SettingTarget.community(this.printer.wiki(), community.id())))));
        all.addAll(this.panels.known().values());
        return List.copyOf(all);
    }

    private Html print(CommunityView community, List<CommunityPanel> shown, boolean isWide)
    {
        return this.parts.printAsGiven(shown.stream().filter(panel -> panel.isWide() == isWide).toList(),
            panel -> panel.print(community));
    }

    /**
     * @param id the community
     * @param after the cursor, {@code null} at the start
     * @return its members, and the forms that manage them if the reader may run the community
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; INVALID for a
     *            cursor of another list
     */
    public Html members(CommunityId id, String after) throws CopException
    {
        return members(id, null, after);
    }

    /**
     * @param id the community
     * @param role a role, {@code null} for all members
     * @param after the cursor, {@code null} at the start
     * @return its members with that role, and the forms that manage them if the reader manages the members
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; INVALID for a
     *            cursor of another list
     */
    Html members(CommunityId id, Role role, String after) throws CopException
    {
        Slice<Member> members = role == null
            ? this.service.get().members(this.printer.reader(), id, after, MEMBERS)
            : this.roles.get().holders(this.printer.reader(), this.printer.wiki(), id, role.name(), after, MEMBERS);
        CommunityView community = get(id);
        return this.printer.print("community/members", COMMUNITY, community, "members", members, "roles", Role.values(),
            "shownRole", role == null ? "" : role.name().toLowerCase(Locale.ROOT), "notes", notes(community, members.items()));
    }

    private Map<UserId, List<Html>> notes(CommunityView community, List<Member> members)
    {
        List<UserId> people = members.stream().map(member -> member.person().id()).toList();
        Map<UserId, List<Html>> notes = new HashMap<>();
        if (!people.isEmpty()) {
            this.memberNotes.get().forEach(one -> one.print(community, people)
                .forEach((person, note) -> notes.computeIfAbsent(person, id -> new ArrayList<>()).add(note)));
        }
        return notes;
    }

    /**
     * @param id the community
     * @return the form that changes it
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; FORBIDDEN if the
     *            reader may not run it
     */
    public Html edit(CommunityId id) throws CopException
    {
        CommunityView community = get(id);
        if (!community.mayRun()) {
            throw CopException.forbidden();
        }
        return this.printer.print("community/edit", COMMUNITY, community, "domainsText",
            String.join(" ", community.domains()));
    }

    /**
     * Finds a space by the text that an administrator typed.
     *
     * @param typed a reference in this wiki ({@code Projects.Care}, also with the wiki, also of the home page), or the
     *            URL of a page in the space
     * @return the space, which need not exist
     * @throws CopException INVALID for the field {@code space}
     */
    public SpaceId space(String typed) throws CopException
    {
        String name = typed.strip();
        WikiId wiki = this.printer.wiki();
        Optional<SpaceId> found;
        if (name.contains("/")) {
            found = PageAddresses.page(this.printer.links(), wiki, name).map(PageId::space);
        } else {
            found = reference(wiki, name);
        }
        return found.filter(space -> !space.isWiki() && space.wiki().equals(wiki))
            .orElseThrow(() -> CopException.invalid("space", "cop.community.error.adopt.missing"));
    }

    private static Optional<SpaceId> reference(WikiId wiki, String name)
    {
        try {
            String local = name.startsWith(wiki.value() + ':') ? name.substring(wiki.value().length() + 1) : name;
            SpaceId space = SpaceId.parse(wiki.value() + ':' + local);
            boolean home = !space.isWiki() && PageId.HOME.equals(space.path().get(space.path().size() - 1));
            return Optional.of(home ? space.parent() : space);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private CommunityView get(CommunityId id) throws CopException
    {
        return this.service.get().get(this.printer.reader(), this.printer.wiki(), id);
    }
}
