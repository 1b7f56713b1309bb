/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Preparation;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.AbstractPageType;
import org.copsuite.page.PageType;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The page type of communities: a home page with a community object founds a community on its space. */
@Component(roles = {PageType.class, CommunityPageType.class})
@Named(CommunityPageType.TYPE)
@Singleton
public class CommunityPageType extends AbstractPageType<CommunityRow>
{
    /** The type of the page object. */
    static final String TYPE = "community";

    /** The property of the page object with the topics. */
    static final String DOMAINS = "domains";

    /** The property of the page object with the visibility; used only when the community is founded. */
    static final String ACCESS_PROPERTY = "access";

    /** The property of the page object with the way of joining; used only when the community is founded. */
    static final String JOINING_PROPERTY = "joining";


    /** What stands before the visibility of a community in preparation. Earlier versions read a private one. */
    private static final String PREPARING = "preparing-";

    private static final int TITLE = 255;

    private static final int DOMAINS_LENGTH = 1000;

    @Inject
    private Access access;

    @Inject
    private CommunityRights space;

    @Inject
    @Named(CommunityProjection.HINT)
    private CommunityProjection projection;

    @Inject
    private Settings settings;

    /** Creates the page type for {@link CommunityRow}. */
    public CommunityPageType()
    {
        super(CommunityRow.class);
    }

    @Override
    public int order()
    {
        return 10;
    }

    @Override
    public ActType<?> creationAct()
    {
        return CommunityActs.FOUNDED;
    }

    @Override
    protected CommunityRow find(Session session, WikiId wiki, UUID id)
    {
        return CommunityRepository.find(session, wiki, id);
    }

    @Override
    protected State state(CommunityRow row)
    {
        return new State(row.page, row.version, row.deleted);
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        WikiId wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        boolean known = ledger().read(session -> isOf(find(session, wiki, id), page));
        // Outside the transaction, because the wiki reads groups on its own connections.
        return known && this.space.isSynchronised(wiki, new CommunityId(id));
    }

    @Override
    public void synchronise(Page page, UserId actor) throws CopException
    {
        WikiId wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        EntryDraft founding =
            CommunityActs.founded(wiki, page.firstAuthor(), new CommunityId(id), accessOf(page)).at(page.created());
        Map<UserId, Role> present = new HashMap<>();
        if (ledger().byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            authorise(page);
            this.space.protect(new CommunityId(id), page.id().space(), accessOf(page), joiningOf(page));
            present.putAll(this.space.groupMembers(wiki, new CommunityId(id)));
        } else {
            protectMoved(page, id);
        }
        ledger().decide(tx -> {
            synchronise(tx, page, actor, founding, present);
            return null;
        });
        this.space.synchroniseGroups(wiki, new CommunityId(id));
    }

    /**
     * Protects the new space of a moved community. Runs before the row contains the new space, and outside the
     * transaction, because the wiki stores rights elsewhere.
     */
    private void protectMoved(Page page, UUID id)
    {
        CommunityRow known = ledger().read(session -> CommunityRepository.find(session, page.id().wiki(), id));
        if (known != null && !known.homeSpace.equals(page.id().space().toString())) {
            this.space.protect(new CommunityId(id), page.id().space(),
                CommunityService.Visibility.valueOf(known.access), known.joining());
        }
    }

    private void synchronise(Ledger.Transaction tx, Page page, UserId actor, EntryDraft founding, Map<UserId,
        Role> present)
    {
        Session session = tx.session();
        WikiId wiki = founding.wiki();
        UUID id = founding.subject();
        if (ledger().byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            UserId facilitator = facilitator(page, present);
            found(tx, page, founding, facilitator);
            // If the ledger was lost, the groups still contain the members.
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
            tx.append(EntryDraft.of(wiki, actor, CommunityActs.RESTORED, id).in(new CommunityId(id))
                .withOccurrence(UUID.randomUUID().toString()));
        }
        if (!before.title.equals(after.title) || !before.purpose.equals(after.purpose)
            || !before.domains.equals(after.domains)) {
            tx.append(EntryDraft.of(wiki, page.author(), CommunityActs.CHANGED, id,
                page.version()).in(new CommunityId(id))
                .at(page.updated()).withOccurrence(UUID.randomUUID().toString()));
        }
    }

    /**
     * Records the founding of a community on an existing space. The administrator is the founder, at the present time,
     * and the given account becomes the facilitator, whoever wrote the page.
     *
     * @param page the home page, with the community object
     * @param actor the administrator
     * @param facilitator the facilitator
     * @param access the visibility
     */
    void adopt(Page page, UserId actor, UserId facilitator, CommunityService.Visibility access) throws CopException
    {
        WikiId wiki = page.id().wiki();
        UUID id = page.object().orElseThrow().id();
        EntryDraft founding = CommunityActs.founded(wiki, actor, new CommunityId(id), access);
        if (ledger().byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
            this.space.addMember(wiki, new CommunityId(id), facilitator, Role.FACILITATOR);
        }
        ledger().decide(tx -> {
            if (ledger().byIdempotencyKey(wiki, founding.idempotencyKey()).isEmpty()) {
                found(tx, page, founding, facilitator);
            }
            return null;
        });
        this.space.synchroniseGroups(wiki, new CommunityId(id));
    }

    private void found(Ledger.Transaction tx, Page page, EntryDraft founding, UserId facilitator)
    {
        write(tx.session(), founding.wiki(), founding.subject(), Optional.of(page));
        tx.append(founding);
        if (joiningOf(page) != Joining.usual(accessOf(page))) {
            tx.append(EntryDraft.of(founding.wiki(), founding.actor(), CommunityActs.JOINING_CHANGED,
                founding.subject(), joiningOf(page)).in(new CommunityId(founding.subject())).at(founding.at()));
        }
        preparationOf(page).ifPresent(preparation -> tx.append(EntryDraft.of(founding.wiki(), founding.actor(),
            CommunityActs.PREPARED, founding.subject(), preparation).in(new CommunityId(founding.subject()))
            .at(founding.at())));
        tx.append(joining(founding, founding.actor(), facilitator, Role.FACILITATOR));
    }

    private static EntryDraft joining(EntryDraft founding, UserId actor, UserId member, Role role)
    {
        return CommunityActs.joined(founding.wiki(), actor, new CommunityId(founding.subject()), member,
            role).at(founding.at());
    }

    /**
     * @return the first author of the page, unless the groups contain other facilitators but not the author; then the
     *         first of those by id
     */
    private static UserId facilitator(Page page, Map<UserId, Role> present)
    {
        UserId first = page.firstAuthor();
        return present.get(first) == Role.FACILITATOR ? first : present.keySet().stream()
            .filter(member -> present.get(member) == Role.FACILITATOR).min(Comparator.comparing(UserId::value))
            .orElse(first);
    }

    /**
     * Inserts the row of a community, or updates it from its page.
     *
     * @param page the page; if empty, an existing row remains unchanged and no row is inserted
     * @return the row, detached from the session if it was written; {@code null} if there is none
     */
    CommunityRow write(Session session, WikiId wiki, UUID id, Optional<Page> page)
    {
        CommunityRow row = session.get(CommunityRow.class, new RowKey(wiki, id));
        if (page.isEmpty()) {
            return row;
        }
        boolean isNew = row == null;
        if (isNew) {
            row = new CommunityRow();
            row.wiki = wiki.value();
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
    public void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at)
    {
        ledger().update(tx -> {
            CommunityRow row = CommunityRepository.find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(EntryDraft.of(wiki, actor, CommunityActs.DELETED, id).in(new CommunityId(id)).at(at)
                    .withOccurrence(UUID.randomUUID().toString()));
            }
        });
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "CommunityRow", (session, change) -> session
            .createQuery("update CommunityRow set space = :space, ownRights = :own where wiki = :wiki and id = :id")
            .setParameter("space", change.space().toString()).setParameter("own", change.ownRights())
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.id()).executeUpdate());
    }

    /**
     * Checks that the author of a page with a new community object may found the community, since the object gives its
     * author a facilitator's rights in the space. The author must be an administrator, or be allowed to found
     * communities if the space lies directly below {@link CommunityRights#ROOT}.
     *
     * @throws CopException FORBIDDEN
     */
    private void authorise(Page page) throws CopException
    {
        SpaceId home = page.id().space();
        boolean kept = page.id().isHome() && page.id().toString().length() <= PageId.MAXIMUM;
        boolean root = home.path().size() == 2 && CommunityRights.ROOT.equals(home.path().get(0));
        boolean administrator = Administrators.include(this.access, home.wiki(), page.firstAuthor());
        if (!kept || !(administrator || (root && mayFound(page.firstAuthor(), home.wiki())))) {
            throw CopException.forbidden();
        }
    }

    /** @return whether a person may found communities: an administrator, or any account if the setting allows it */
    boolean mayFound(UserId actor, WikiId wiki)
    {
        if (actor.isGuest() || actor.isImported()) {
            return false;
        }
        return Administrators.include(this.access, wiki, actor)
            || this.settings.get(CommunitySettings.FOUND, wiki);
    }

    /**
     * @param isLive whether the community has the visibility of the draft now
     * @return the object of a community's home page
     */
    static PageObject object(CommunityService.CommunityDraft found, boolean isLive)
    {
        return new PageObject(TYPE, found.id().value(), Map.of(DOMAINS, String.join(" ", found.domains()),
            ACCESS_PROPERTY, (isLive ? "" : PREPARING) + found.access().name().toLowerCase(Locale.ROOT),
            JOINING_PROPERTY, found.chosenJoining().name().toLowerCase(Locale.ROOT)));
    }

    /** @return what the community becomes, if the page says that it is in preparation */
    private static Optional<Preparation> preparationOf(Page page)
    {
        String access = page.object().orElseThrow().get(ACCESS_PROPERTY);
        return Optional.of(access).filter(words -> words.startsWith(PREPARING)).map(words -> {
            CommunityService.Visibility later = visibility(words.substring(PREPARING.length()));
            return new Preparation(later, joiningOf(page, later));
        });
    }

    private static CommunityService.Visibility accessOf(Page page)
    {
        return visibility(page.object().orElseThrow().get(ACCESS_PROPERTY));
    }

    /** @return private for all that is not open, so for a community in preparation */
    private static CommunityService.Visibility visibility(String word)
    {
        boolean open = CommunityService.Visibility.OPEN.name().equalsIgnoreCase(word);
        return open ? CommunityService.Visibility.OPEN : CommunityService.Visibility.PRIVATE;
    }

    /** @return the way of joining on the page; if it is missing or unknown, what is usual for the visibility */
    private static Joining joiningOf(Page page)
    {
        return joiningOf(page, accessOf(page));
    }

    private static Joining joiningOf(Page page, CommunityService.Visibility access)
    {
        return access == CommunityService.Visibility.PRIVATE ? Joining.INVITATION
            : Arrays.stream(Joining.values())
                .filter(one -> one.name().equalsIgnoreCase(page.object().orElseThrow().get(JOINING_PROPERTY)))
                .findFirst().orElse(Joining.usual(access));
    }

    private static String lastName(SpaceId space)
    {
        return space.path().get(space.path().size() - 1);
    }
}
