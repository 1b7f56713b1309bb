/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.MemberAdmission;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.membership.InvitationDetail;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.person.Persons;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Validates and records invitations, their withdrawal and the answers to them. */
@Component(roles = InvitationWriter.class)
@Singleton
public class InvitationWriter
{
    private static final String PERSON = "person";

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private CommunityAccess communities;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private MemberAdmission admission;

    @Inject
    private InvitationReader reader;

    @Inject
    private InvitedGroups groups;

    @Inject
    private Persons persons;

    Optional<String> invite(UserId actor, WikiId wiki, InvitationDraft draft) throws CopException
    {
        this.permissions.check(actor, CommunityPermission.MANAGE_MEMBERS, wiki, draft.community());
        String note = check(wiki, draft);
        boolean link = draft.kind() == InvitationKind.LINK;
        String given = draft.secret() == null ? LinkSecret.create() : draft.secret();
        String secret = link ? given : null;
        int days = link ? draft.days() : this.settings.get(MembershipSettings.INVITATION_DAYS, wiki);
        InvitationDetail detail = new InvitationDetail(draft.kind(), Instant.now().plus(Duration.ofDays(days)),
            uses(draft), draft.kind() == InvitationKind.GROUP ? draft.group().strip() : "",
            link ? LinkSecret.hash(secret) : "", note);
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), wiki, actor, draft)) {
                tx.append(EntryDraft.of(wiki, actor, MembershipActs.INVITED, draft.id(), detail).in(draft.community())
                    .benefiting(draft.kind() == InvitationKind.PERSON ? draft.person() : null));
            }
            return null;
        });
        return Optional.ofNullable(secret);
    }

    private static int uses(InvitationDraft draft)
    {
        return switch (draft.kind()) {
            case PERSON -> 1;
            case GROUP -> Integer.MAX_VALUE;
            case LINK -> draft.uses();
        };
    }

    private String check(WikiId wiki, InvitationDraft draft) throws CopException
    {
        FormCheck form = new FormCheck();
        String note = form.line("note", draft.note(), 0, MembershipService.NOTE_MAXIMUM, "cop.membership.error.note");
        if (draft.kind() == null) {
            form.refuse("kind", "cop.membership.error.kind");
        } else {
            switch (draft.kind()) {
                case PERSON -> checkPerson(form, wiki, draft);
                case GROUP -> checkGroup(form, wiki, draft);
                default -> checkLink(form, draft);
            }
        }
        form.end();
        return note;
    }

    private void checkPerson(FormCheck form, WikiId wiki, InvitationDraft draft)
    {
        if (draft.person() == null || !this.persons.find(draft.person()).active()) {
            form.refuse(PERSON, "cop.community.error.member");
        } else if (!this.communities.members(wiki, draft.community(), Set.of(draft.person())).isEmpty()) {
            form.refuse(PERSON, "cop.membership.error.memberAlready");
        }
    }

    private void checkGroup(FormCheck form, WikiId wiki, InvitationDraft draft)
    {
        if (this.groups.members(wiki, draft.group() == null ? "" : draft.group().strip()).isEmpty()) {
            form.refuse("group", "cop.membership.error.group");
        }
    }

    private static void checkLink(FormCheck form, InvitationDraft draft)
    {
        if (draft.days() < 1 || draft.days() > MembershipService.DAYS_MAXIMUM) {
            form.refuse("days", "cop.membership.error.days", MembershipService.DAYS_MAXIMUM);
        }
        if (draft.uses() < 1 || draft.uses() > MembershipService.USES_MAXIMUM) {
            form.refuse("uses", "cop.membership.error.uses", MembershipService.USES_MAXIMUM);
        }
        if (draft.secret() != null && !LinkSecret.isValid(draft.secret())) {
            form.refuse("secret", "cop.membership.error.secret");
        }
    }

    private static boolean isNew(Session session, WikiId wiki, UserId actor, InvitationDraft draft) throws CopException
    {
        InvitationRow same = session.get(InvitationRow.class, new RowKey(wiki, draft.id()));
        if (same != null) {
            if (!same.inviter.equals(actor.value()) || !same.community.equals(draft.community().value())) {
                throw CopException.notFound();
            }
            return false;
        }
        long now = System.currentTimeMillis();
        if (InvitationReader.open(session, wiki, draft.community(), now) >= MembershipService.INVITATIONS_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.membership.error.invitations",
                MembershipService.INVITATIONS_MAXIMUM);
        }
        if (draft.kind() == InvitationKind.PERSON) {
            List<InvitationRow> recent = InvitationReader.latest(session, wiki, draft.person(), draft.community(),
                MembershipService.REPEATS_MAXIMUM);
            if (recent.stream().anyMatch(row -> row.state(now) == InvitationState.OPEN)) {
                throw CopException.invalid(PERSON, "cop.membership.error.invitedAlready");
            }
            if (recent.stream().filter(row -> row.at > now - JoinRequests.RECENT.toMillis()).count()
                >= MembershipService.REPEATS_MAXIMUM) {
                throw CopException.invalid(PERSON, "cop.membership.error.invitedOften");
            }
        }
        return true;
    }

    CommunityId withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        InvitationRow row = this.ledger.read(session -> session.get(InvitationRow.class, new RowKey(wiki, id)));
        if (row == null || !this.permissions.of(actor, wiki, new CommunityId(row.community))
            .contains(CommunityPermission.MANAGE_MEMBERS)) {
            throw CopException.notFound();
        }
        CommunityId community = new CommunityId(row.community);
        this.ledger.decide(tx -> {
            if (!tx.session().get(InvitationRow.class, new RowKey(wiki, id)).withdrawn) {
                tx.append(EntryDraft.of(wiki, actor, MembershipActs.INVITATION_WITHDRAWN, id).in(community));
            }
            return null;
        });
        return community;
    }

    CommunityId accept(UserId actor, WikiId wiki, UUID id, String secret) throws CopException
    {
        InvitationRow row = this.reader.addressed(actor, wiki, id, secret);
        CommunityId community = new CommunityId(row.community);
        if (!this.communities.members(wiki, community, Set.of(actor)).isEmpty()) {
            return community;
        }
        // Refuses before the groups of the wiki know the person; the transaction decides.
        CopException early = this.ledger.read(session -> refusal(session, actor, row));
        if (early != null) {
            throw early;
        }
        this.admission.admit(actor, wiki, community, actor, tx -> {
            InvitationRow present = tx.session().get(InvitationRow.class, new RowKey(wiki, id));
            CopException refusal = refusal(tx.session(), actor, present);
            if (refusal != null) {
                throw refusal;
            }
            tx.append(answer(actor, present, MembershipActs.INVITATION_ACCEPTED));
            return null;
        });
        return community;
    }

    void decline(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        InvitationRow row = this.reader.addressed(actor, wiki, id, null);
        this.ledger.decide(tx -> {
            if (InvitationReader.answer(tx.session(), row, actor) == null
                && tx.session().get(InvitationRow.class, new RowKey(wiki, id)).state(System.currentTimeMillis())
                    == InvitationState.OPEN) {
                tx.append(answer(actor, row, MembershipActs.INVITATION_DECLINED));
            }
            return null;
        });
    }

    private static EntryDraft answer(UserId actor, InvitationRow row, ActType<Void> act)
    {
        return MembershipActs.once(new WikiId(row.wiki), actor, act, row.id, new CommunityId(row.community), null);
    }

    /** @return why the person cannot accept the invitation, {@code null} if the person can */
    private static CopException refusal(Session session, UserId actor, InvitationRow row)
    {
        InvitationState state = InvitationReader.state(session, row, actor);
        return state == InvitationState.OPEN ? null
            : new CopException(CopException.Kind.CONFLICT, InvitationReader.sentence(state));
    }
}
