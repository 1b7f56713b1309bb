/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.Slice;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageWriter;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Writes communities to pages, groups and the ledger. */
@Component
@Singleton
public class DefaultCommunityService implements CommunityService
{
    private static final int ID_DIGITS = 8;

    private static final int TITLE_MINIMUM = 3;

    private static final int TITLE_MAXIMUM = 80;

    private static final int PURPOSE_MAXIMUM = 10_000;

    private static final int DOMAINS_MAXIMUM = 20;

    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Inject
    private org.copsuite.wiki.Access access;

    @Inject
    private People people;

    @Inject
    private Requests requests;

    @Inject
    private CommunityReader reader;

    @Inject
    private CommunityRights spaces;

    @Inject
    private DefaultCommunityPermissions permissions;

    @Inject
    private MembershipWriter members;

    @Inject
    @Named(CommunityPageType.TYPE)
    private CommunityPageType pageType;

    @Override
    public CommunityView found(UserId actor, CommunityDraft found) throws CopException
    {
        return found(actor, found, true);
    }

    @Override
    public CommunityView prepare(UserId actor, CommunityDraft found) throws CopException
    {
        return found(actor, found, false);
    }

    private CommunityView found(UserId actor, CommunityDraft found, boolean isLive) throws CopException
    {
        CopException.requireAccount(actor);
        if (!mayFound(actor, found.wiki())) {
            throw CopException.forbidden();
        }
        Optional<LedgerEntry> known = this.ledger.first(found.wiki(), found.id().value());
        if (known.isPresent()) {
            if (known.get().getActor().equals(actor) && known.get().is(CommunityActs.FOUNDED)) {
                return get(actor, found.wiki(), found.id());
            }
            throw CopException.forbidden();
        }
        CommunityDraft checked = check(found);
        CommunityDraft now = isLive ? checked : new CommunityDraft(checked.id(), checked.wiki(), checked.title(),
            checked.purpose(), checked.domains(), Visibility.PRIVATE);
        PageId home = homePage(actor, now);
        this.spaces.prepare(found.id(), home.space(), actor, now.access(), now.chosenJoining());
        try {
            this.writer.save(draft(home, actor, checked, isLive, null));
        } catch (CopException e) {
            releaseSpace(home.space());
            throw e;
        }
        return get(actor, found.wiki(), found.id());
    }

    /**
     * Restores the rights of the community on the space, if two people founded there at the same time and the other
     * succeeded.
     */
    private void releaseSpace(SpaceId space)
    {
        this.ledger.read(session -> CommunityRepository.around(session, space)).stream()
            .filter(row -> row.homeSpace.equals(space.toString())).findFirst()
            .ifPresent(row -> this.spaces.protect(new CommunityId(row.id), space, Visibility.valueOf(row.access),
                row.joining()));
    }

    private PageId homePage(UserId actor, CommunityDraft found) throws CopException
    {
        String name = name(found);
        PageId home = SpaceId.of(found.wiki(), CommunityRights.ROOT, name).home();
        Optional<Page> existing = this.pages.load(home);
        if (existing.filter(page -> isUnfinishedFounding(page, actor, found)).isPresent()) {
            return home;
        }
        // A space with rights of its own has an owner, even without a home page. Whoever moderates it is an
        // administrator, or the founder whose process ended before the page was saved.
        boolean owned = this.access.decidingSpace(home).equals(home.space())
            && !this.access.has(actor, Right.MODERATE, home.space());
        if (owned || existing.isPresent()) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.community.error.taken", name);
        }
        return home;
    }

    /**
     * @return the name of the community's space. For a private community it ends with digits of the id; otherwise a
     *         person founding another community of that title would learn from the conflict that the private one exists
     */
    static String name(CommunityDraft found)
    {
        String slug = PlainText.slug(found.title(), TITLE_MAXIMUM);
        boolean own = slug.isEmpty() || found.access() == Visibility.PRIVATE;
        return (slug.isEmpty() ? "community" : slug) + (own ? '-' + found.id().toString().substring(0, ID_DIGITS) : "");
    }

    /**
     * @return whether the page comes from an earlier, interrupted call with the same id: the process ended before the
     *         ledger contained the founding
     */
    private static boolean isUnfinishedFounding(Page page, UserId actor, CommunityDraft found)
    {
        return page.firstAuthor().equals(actor)
            && page.object().map(PageObject::id).equals(Optional.of(found.id().value()));
    }

    @Override
    public CommunityView change(UserId actor, CommunityId community, CommunityDraft found, String version)
        throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_COMMUNITY, community);
        if (row.preparation != null) {
            return changePreparation(row, actor, found, version);
        }
        Visibility before = Visibility.valueOf(row.access);
        CommunityDraft checked = check(new CommunityDraft(community, new WikiId(row.wiki), found.title(),
            found.purpose(), found.domains(), found.access(),
            found.joining() == null && row.joining != null ? row.joining() : found.joining()));
        SpaceId space = SpaceId.parse(row.homeSpace);
        Joining joining = checked.chosenJoining();
        // Closes the space before saving, so that nobody else can read text written for members only.
        boolean closing = openness(checked.access(), joining) < openness(before, row.joining());
        if (closing) {
            this.spaces.protect(community, space, checked.access(), joining);
        }
        try {
            this.writer.save(draft(PageId.parse(row.page), actor, checked, true, version));
        } catch (CopException e) {
            if (closing) {
                this.spaces.protect(community, space, before, row.joining());
            }
            throw e;
        }
        if (before != checked.access() || row.joining() != joining) {
            record(row, actor, checked.access(), joining);
            this.spaces.protect(community, space, checked.access(), joining);
        }
        return get(actor, new WikiId(row.wiki), community);
    }

    /** @return 0 if only members may view, 1 if only members take part, 2 if every account takes part */
    private static int openness(Visibility access, Joining joining)
    {
        int part = joining == Joining.OPEN ? 2 : 1;
        return access == Visibility.PRIVATE ? 0 : part;
    }

    private void record(CommunityRow row, UserId actor, Visibility access, Joining joining)
    {
        this.ledger.update(tx -> {
            if (!row.access.equals(access.name())) {
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.ACCESS_GIVEN, access));
            }
            if (joining != (row.joining == null ? Joining.usual(access) : row.joining())) {
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.JOINING_CHANGED, joining));
            }
        });
    }

    private static PageDraft draft(PageId home, UserId actor, CommunityDraft found, boolean isLive, String expected)
    {
        return new PageDraft(home, found.title(), found.purpose(), actor, null,
            CommunityPageType.object(found, isLive), false, "", false, expected);
    }

    /** Changes a community in preparation: its rights stay, what it becomes may change. */
    private CommunityView changePreparation(CommunityRow row, UserId actor, CommunityDraft found, String version)
        throws CopException
    {
        CommunityDraft checked = check(new CommunityDraft(new CommunityId(row.id), new WikiId(row.wiki),
            found.title(), found.purpose(), found.domains(), found.access(),
            found.joining() == null ? row.preparation().joining() : found.joining()));
        this.writer.save(draft(PageId.parse(row.page), actor, checked, false, version));
        Preparation later = new Preparation(checked.access(), checked.chosenJoining());
        this.ledger.update(tx -> {
            CommunityRow now = CommunityRepository.find(tx.session(), new WikiId(row.wiki), row.id);
            if (now.preparation != null && !later.equals(now.preparation())) {
                tx.append(MembershipWriter.entry(row, actor, CommunityActs.PREPARED, later));
            }
        });
        return get(actor, new WikiId(row.wiki), new CommunityId(row.id));
    }

    @Override
    public CommunityView launch(UserId actor, CommunityId community) throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_COMMUNITY, community);
        if (row.preparation != null) {
            Preparation later = row.preparation();
            // Before the ledger: after a crash in between the community is still in preparation, and launched again.
            this.spaces.protect(community, SpaceId.parse(row.homeSpace), later.access(), later.joining());
            this.ledger.update(tx -> {
                CommunityRow now = CommunityRepository.find(tx.session(), new WikiId(row.wiki), row.id);
                if (now.preparation != null) {
                    tx.append(MembershipWriter.entry(row, actor, CommunityActs.LAUNCHED, null));
                    tx.append(MembershipWriter.entry(row, actor, CommunityActs.ACCESS_GIVEN, later.access()));
                    tx.append(MembershipWriter.entry(row, actor, CommunityActs.JOINING_CHANGED, later.joining()));
                }
            });
        }
        return get(actor, new WikiId(row.wiki), community);
    }

    /**
     * Validates a draft.
     *
     * @return the draft with normalised values
     * @throws CopException INVALID with all invalid fields
     */
    static CommunityDraft check(CommunityDraft found) throws CopException
    {
        FormCheck form = new FormCheck();
        String title = form.line("title", found.title(), TITLE_MINIMUM, TITLE_MAXIMUM, "cop.community.error.title");
        String purpose = form.text("purpose", found.purpose(), 0, PURPOSE_MAXIMUM, "cop.community.error.purpose");
        List<String> domains = form.tags("domains", found.domains(), DOMAINS_MAXIMUM, "cop.community.error.domains");
        if (found.access() == null) {
            form.refuse("access", "cop.community.error.access");
        }
        form.end();
        return new CommunityDraft(found.id(), found.wiki(), title, purpose, domains, found.access(),
            found.joining());
    }

    @Override
    public void join(UserId actor, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        CommunityRow row = this.reader.row(actor, this.requests.wiki(), community);
        if (role(row, actor).isPresent()) {
            return;
        }
        boolean itself = Visibility.valueOf(row.access) == Visibility.OPEN && row.joining() == Joining.OPEN;
        if (!itself && !this.permissions.of(actor, row).contains(CommunityPermission.MANAGE_MEMBERS)) {
            throw new CopException(CopException.Kind.FORBIDDEN,
                "cop.community.error.joining." + (row.joining() == Joining.REQUEST ? "request" : "invitation"));
        }
        this.members.join(row, actor, actor);
    }

    @Override
    public void leave(UserId actor, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        this.members.remove(this.reader.row(actor, this.requests.wiki(), community), actor, actor);
    }

    @Override
    public void appoint(UserId actor, CommunityId community, UserId member, Role role) throws CopException
    {
        CommunityRow row = authorise(actor, CommunityPermission.MANAGE_MEMBERS, community);
        if (role == null) {
            throw CopException.invalid("role", "cop.community.error.role");
        }
        if (member == null || this.people.find(member).isEmpty()) {
            throw CopException.invalid("member", "cop.community.error.member");
        }
        this.members.appoint(row, actor, member, role);
    }

    @Override
    public void remove(UserId actor, CommunityId community, UserId member) throws CopException
    {
        this.members.remove(authorise(actor, CommunityPermission.MANAGE_MEMBERS, community), actor, member);
    }

    /**
     * @return the community
     * @throws CopException SIGN_IN, NOT_FOUND, or FORBIDDEN if the actor lacks the permission
     */
    private CommunityRow authorise(UserId actor, CommunityPermission permission, CommunityId community)
        throws CopException
    {
        CopException.requireAccount(actor);
        CommunityRow row = this.reader.row(actor, this.requests.wiki(), community);
        if (!this.permissions.of(actor, row).contains(permission)) {
            throw CopException.forbidden();
        }
        return row;
    }

    private Optional<Role> role(CommunityRow row, UserId actor)
    {
        return this.ledger.read(session -> CommunityRepository.role(session, new WikiId(row.wiki),
            new CommunityId(row.id), actor));
    }

    @Override
    public CommunityView get(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        return this.reader.get(reader, wiki, community);
    }

    @Override
    public Optional<CommunityView> around(UserId reader, PageId page)
    {
        return this.reader.around(reader, page);
    }

    @Override
    public Optional<CommunityView> named(UserId reader, WikiId wiki, String name)
    {
        return this.reader.named(reader, wiki, name);
    }

    @Override
    public Optional<CommunityId> holding(PageId page)
    {
        return this.reader.holding(page);
    }

    @Override
    public Slice<CommunityView> directory(UserId reader, WikiId wiki, String text, String after, int limit)
        throws CopException
    {
        return this.reader.directory(reader, wiki, DirectoryQuery.of(text), after, limit);
    }

    @Override
    public Slice<CommunityView> search(UserId reader, WikiId wiki, DirectoryQuery query, String after, int limit)
        throws CopException
    {
        return this.reader.directory(reader, wiki, query, after, limit);
    }

    @Override
    public Slice<Member> members(UserId reader, CommunityId community, String after, int limit) throws CopException
    {
        return this.reader.members(reader, this.requests.wiki(), community, after, limit);
    }

    @Override
    public List<Member> firstMembers(CommunityView community, int limit)
    {
        return this.reader.firstMembers(community, limit);
    }

    @Override
    public Map<CommunityId, Role> memberships(WikiId wiki, UserId person)
    {
        return this.reader.memberships(wiki, person);
    }

    @Override
    public boolean mayFound(UserId actor, WikiId wiki)
    {
        return this.pageType.mayFound(actor, wiki);
    }
}
