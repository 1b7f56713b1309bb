/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.PageType;
import org.copsuite.page.RowRights;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** What the home page of a community means: its founding, its text, its place. */
@Component(roles = {PageType.class, CommunityPageType.class})
@Named(CommunityPageType.TYPE)
@Singleton
public class CommunityPageType implements PageType
{
    /** The type of the object. */
    static final String TYPE = "community";

    /** The property with the topics. */
    private static final String DOMAINS = "domains";

    /** The property that says who gets in; only believed when the community is founded. */
    private static final String ACCESS_PROPERTY = "access";

    /** The setting by which every account may found communities. */
    static final String FOUND_SETTING = "community.found";

    private static final int TITLE = 255;

    private static final int DOMAINS_LENGTH = 1000;

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private CommunityRights space;

    @Inject
    @Named(CommunityProjection.HINT)
    private CommunityProjection projection;

    @Inject
    private Settings settings;

    @Inject
    private RowRights rowRights;

    @Override
    public int order()
    {
        return 10;
    }

    @Override
    public ActType creationAct()
    {
        return CommunityActs.FOUNDED;
    }

    @Override
    public Optional<PageId> pageOf(String wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(CommunityRepository.find(session, wiki, id))
            .filter(row -> !row.deleted).map(row -> PageId.parse(row.page)));
    }

    @Override
    public List<UUID> idsAt(PageId page)
    {
        return this.ledger.read(session -> ProjectionKeys.at(session, page, "CommunityRow"));
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        String wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        boolean known = this.ledger.read(session -> {
            CommunityRow row = CommunityRepository.find(session, wiki, id);
            return row != null && !row.deleted && row.version.equals(page.version())
                && row.page.equals(page.id().toString());
        });
        // Not in the transaction: the wiki reads groups with connections of its own.
        return known && this.space.isSynchronised(wiki, id);
    }

    @Override
    public void synchronise(Page page, UserId actor) throws CopException
    {
        String wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        EntryDraft founding = EntryDraft.of(wiki, page.firstAuthor(), CommunityActs.FOUNDED, id).in(id).at(page.created())
            .withDetail(accessOf(page).name().toLowerCase(Locale.ROOT));
        Map<UserId, Role> present = new HashMap<>();
        if (this.ledger.byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            authorise(page);
            this.space.protect(id, page.id().space(), accessOf(page));
            present.putAll(this.space.groupMembers(wiki, id));
        } else {
            protectMoved(page, id);
        }
        this.ledger.record(tx -> {
            tx.flush();
            synchronise(tx, page, actor, founding, present);
            return null;
        });
        this.space.synchroniseGroups(wiki, id);
    }

    /** Before the row says where the community is now, and not in its transaction: the wiki's rights are written elsewhere. */
    private void protectMoved(Page page, UUID id)
    {
        CommunityRow known = this.ledger.read(session -> CommunityRepository.find(session, page.id().wiki(), id));
        if (known != null && !known.homeSpace.equals(page.id().space().toString())) {
            this.space.protect(id, page.id().space(), CommunityService.Visibility.valueOf(known.access));
        }
    }

    private void synchronise(Ledger.Transaction tx, Page page, UserId actor, EntryDraft founding, Map<UserId,
        Role> present)
    {
        Session session = tx.session();
        String wiki = founding.wiki();
        UUID id = founding.subject();
        if (this.ledger.byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            UserId facilitator = facilitator(page, present);
            found(tx, page, founding, facilitator);
            // Where the ledger was lost, the groups still know who was let in.
            present.forEach((member, role) -> {
                if (!member.equals(facilitator)) {
                    tx.append(joining(founding, member, member, role).withOccurrence(member.value()));
                }
            });
            return;
        }
        CommunityRow before = CommunityRepository.find(session, wiki, id);
        if (before == null) {
            this.projection.rebuild(session, wiki, id.toString());
            return;
        }
        session.evict(before);
        CommunityRow after = write(session, wiki, id, Optional.of(page));
        if (before.deleted) {
            tx.append(EntryDraft.of(wiki, actor, CommunityActs.RESTORED, id).in(id)
                .withOccurrence(UUID.randomUUID().toString()));
        }
        if (!before.title.equals(after.title) || !before.purpose.equals(after.purpose)
            || !before.domains.equals(after.domains)) {
            tx.append(EntryDraft.of(wiki, page.author(), CommunityActs.CHANGED, id).in(id).at(page.updated())
                .withDetail(page.version()).withOccurrence(UUID.randomUUID().toString()));
        }
    }

    /**
     * Takes the home page of a space that an administrator turns into a community: founded now, by the administrator, and
     * run by whom the administrator chose, whoever wrote the page.
     *
     * @param page the home page, with the community's object
     * @param actor the administrator
     * @param facilitator who runs it
     * @param access who gets in
     */
    void adopt(Page page, UserId actor, UserId facilitator, CommunityService.Visibility access) throws CopException
    {
        String wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        EntryDraft founding = EntryDraft.of(wiki, actor, CommunityActs.FOUNDED, id).in(id)
            .withDetail(access.name().toLowerCase(Locale.ROOT));
        if (this.ledger.byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            this.space.addMember(wiki, id, facilitator, Role.FACILITATOR);
        }
        this.ledger.record(tx -> {
            tx.flush();
            if (this.ledger.byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
                found(tx, page, founding, facilitator);
            }
            return null;
        });
        this.space.synchroniseGroups(wiki, id);
    }

    private void found(Ledger.Transaction tx, Page page, EntryDraft founding, UserId facilitator)
    {
        write(tx.session(), founding.wiki(), founding.subject(), Optional.of(page));
        tx.append(founding);
        tx.append(joining(founding, founding.actor(), facilitator, Role.FACILITATOR));
    }

    private static EntryDraft joining(EntryDraft founding, UserId actor, UserId member, Role role)
    {
        return EntryDraft.of(founding.wiki(), actor, CommunityActs.JOINED, founding.subject()).in(founding.subject())
            .at(founding.at()).benefiting(member).withDetail(role.name().toLowerCase(Locale.ROOT));
    }

    /** The first author, unless others run the community already. */
    private static UserId facilitator(Page page, Map<UserId, Role> present)
    {
        UserId first = page.firstAuthor();
        return present.get(first) == Role.FACILITATOR ? first : present.keySet().stream()
            .filter(member -> present.get(member) == Role.FACILITATOR).min(Comparator.comparing(UserId::value))
            .orElse(first);
    }

    /**
     * Writes what the page says; makes the row if there is none.
     *
     * @param page the page, if there is one: without it a row stays as it is, and none is made
     * @return the row, out of the session, or {@code null} where there is none
     */
    CommunityRow write(Session session, String wiki, UUID id, Optional<Page> page)
    {
        CommunityRow row = session.get(CommunityRow.class, new RowKey(wiki, id));
        if (page.isEmpty()) {
            return row;
        }
        boolean isNew = row == null;
        if (isNew) {
            row = new CommunityRow();
            row.wiki = wiki;
            row.id = id;
            row.access = accessOf(page.get()).name();
            row.created = page.get().created().toEpochMilli();
            row.active = row.created;
        }
        copy(page.get(), row);
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        return row;
    }

    private void copy(Page page, CommunityRow row)
    {
        String title = PlainText.line(page.title());
        row.page = page.id().toString();
        row.homeSpace = page.id().space().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.title = PlainText.cut(title.isEmpty() ? lastName(page.id().space()) : title, TITLE);
        row.purpose = PlainText.block(page.content());
        row.domains = domains(page);
        row.version = page.version();
    }

    private static String domains(Page page)
    {
        String domains = Tags.join(Tags.normalise(Tags.split(page.object().orElseThrow().get(DOMAINS))));
        return domains.length() <= DOMAINS_LENGTH ? domains
            : domains.substring(0, domains.lastIndexOf(' ', DOMAINS_LENGTH - 1) + 1);
    }

    @Override
    public void recordDeletion(String wiki, UUID id, UserId actor, Instant at)
    {
        this.ledger.write(tx -> {
            tx.flush();
            CommunityRow row = CommunityRepository.find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(EntryDraft.of(wiki, actor, CommunityActs.DELETED, id).in(id).at(at)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
        });
    }

    @Override
    public void updateRights(SpaceId space)
    {
        this.rowRights.update(space, "CommunityRow", (session, learned) -> session
            .createQuery("update CommunityRow set space = :space, ownRights = :own where wiki = :wiki and id = :id")
            .setParameter("space", learned.space().toString()).setParameter("own", learned.ownRights())
            .setParameter("wiki", learned.wiki()).setParameter("id", learned.id()).executeUpdate());
    }

    @Override
    public List<UUID> presentIds(String wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> ProjectionKeys.present(session, wiki, after, limit, "CommunityRow"));
    }

    /**
     * A page that turns up with a community's object gives its author the rights of a facilitator in its space. So it must
     * have been made by an administrator, or at a new place below {@link CommunityRights#ROOT} by who may found.
     */
    private void authorise(Page page) throws CopException
    {
        SpaceId home = page.id().space();
        boolean kept = page.id().isHome() && page.id().toString().length() <= PageId.MAXIMUM;
        boolean root = home.path().size() == 2 && CommunityRights.ROOT.equals(home.path().get(0));
        boolean administrator = this.access.has(page.firstAuthor(), Right.ADMINISTER, SpaceId.of(home.wiki()));
        if (!kept || !(administrator || (root && mayFound(page.firstAuthor(), home.wiki())))) {
            throw CopException.forbidden();
        }
    }

    /** Whether somebody may found communities: administrators, and every account where the wiki's setting says so. */
    boolean mayFound(UserId actor, String wiki)
    {
        if (actor.isGuest() || actor.isImported()) {
            return false;
        }
        return this.access.has(actor, Right.ADMINISTER, SpaceId.of(wiki))
            || this.settings.get(wiki, FOUND_SETTING).filter("accounts"::equals).isPresent();
    }

    /** What the home page of a community carries. */
    static PageObject object(CommunityService.CommunityDraft found)
    {
        return new PageObject(TYPE, found.id(), Map.of(DOMAINS, String.join(" ", found.domains()), ACCESS_PROPERTY,
            found.access().name().toLowerCase(Locale.ROOT)));
    }

    private static CommunityService.Visibility accessOf(Page page)
    {
        boolean open = CommunityService.Visibility.OPEN.name().equalsIgnoreCase(page.object().orElseThrow()
            .get(ACCESS_PROPERTY));
        return open ? CommunityService.Visibility.OPEN : CommunityService.Visibility.PRIVATE;
    }

    private static String lastName(SpaceId space)
    {
        return space.path().get(space.path().size() - 1);
    }
}
