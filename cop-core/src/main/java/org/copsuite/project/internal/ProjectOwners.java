/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.project.ProjectActs;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Records which communities own a project, and whether it has ended, one decision after the other. */
@Component(roles = ProjectOwners.class)
@Singleton
public class ProjectOwners
{
    private static final String COMMUNITY = "community";

    @Inject
    private Ledger ledger;

    @Inject
    @Named(ProjectRights.HINT)
    private ProjectRights rights;

    @Inject
    private CommunityAccess communities;

    void end(UserId actor, WikiId wiki, UUID id, boolean ended) throws CopException
    {
        this.ledger.decide(tx -> {
            ProjectRow row = edited(tx.session(), actor, wiki, id);
            if (ended && row.endedSequence == null) {
                tx.append(ProjectActs.of(wiki, actor, ProjectActs.ENDED, id, new CommunityId(row.community)));
            } else if (!ended && row.endedSequence != null) {
                reverse(tx, row.endedSequence, actor);
            }
            return null;
        });
    }

    private ProjectRow edited(Session session, UserId actor, WikiId wiki, UUID id) throws CopException
    {
        ProjectRow row = this.rights.visible(session, actor, wiki, id);
        if (!this.rights.mayEdit(actor, row)) {
            throw CopException.forbidden();
        }
        return row;
    }

    private static void reverse(Ledger.Transaction tx, long sequence, UserId actor)
    {
        tx.append(EntryDraft.reversing(tx.session().get(LedgerEntry.class, sequence), actor, Instant.now()));
    }

    void ask(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException
    {
        this.ledger.decide(tx -> {
            ProjectRow row = edited(tx.session(), actor, wiki, id);
            if (community == null || this.communities.find(actor, wiki, List.of(community)).isEmpty()) {
                throw CopException.invalid(COMMUNITY, "cop.project.error.community");
            }
            if (!community.value().equals(row.community) && owner(tx.session(), wiki, id, community) == null) {
                if (this.rights.owners(wiki, id).size() + 1 >= ProjectService.OWNERS_MAXIMUM) {
                    throw CopException.invalid(COMMUNITY, "cop.project.error.owners", ProjectService.OWNERS_MAXIMUM);
                }
                tx.append(ProjectActs.of(wiki, actor, ProjectActs.ASKED, id, community));
                // Whoever plans in both communities has decided for both.
                if (this.rights.plans(actor, wiki, community)) {
                    tx.append(ProjectActs.of(wiki, actor, ProjectActs.ACCEPTED, id, community).benefiting(actor));
                }
            }
            return null;
        });
    }

    private static ProjectOwnerRow owner(Session session, WikiId wiki, UUID project, CommunityId community)
    {
        return session.get(ProjectOwnerRow.class, new RowKey(wiki, ProjectOwnerRow.idOf(project, community)));
    }

    void answer(UserId actor, WikiId wiki, UUID id, CommunityId community, boolean accepted) throws CopException
    {
        this.ledger.decide(tx -> {
            this.rights.visible(tx.session(), actor, wiki, id);
            if (this.communities.find(actor, wiki, List.of(community)).isEmpty()) {
                throw CopException.notFound();
            }
            if (!this.rights.plans(actor, wiki, community)) {
                throw CopException.forbidden();
            }
            ProjectOwnerRow owner = owner(tx.session(), wiki, id, community);
            boolean again = accepted ? owner != null && owner.acceptedSequence != null : owner == null;
            if (!again) {
                if (owner == null || owner.acceptedSequence != null) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.project.error.answered");
                }
                tx.append(ProjectActs.of(wiki, actor, accepted ? ProjectActs.ACCEPTED : ProjectActs.DECLINED, id, community)
                    .benefiting(new UserId(owner.by)));
            }
            return null;
        });
    }

    void leave(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException
    {
        this.ledger.decide(tx -> {
            ProjectRow row = this.rights.visible(tx.session(), actor, wiki, id);
            if (!this.rights.mayEdit(actor, row) && !this.rights.plans(actor, wiki, community)) {
                throw CopException.forbidden();
            }
            ProjectOwnerRow owner = owner(tx.session(), wiki, id, community);
            if (owner != null) {
                reverse(tx, owner.acceptedSequence == null ? owner.sequence : owner.acceptedSequence, actor);
            }
            return null;
        });
    }
}
