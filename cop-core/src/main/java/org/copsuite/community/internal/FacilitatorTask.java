/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityActs;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Finds communities that no active account facilitates. The last facilitator cannot leave, but the wiki can delete or
 * disable an account without the suite.
 */
@Component
@Named("facilitators")
@Singleton
public class FacilitatorTask implements MaintenanceTask
{
    private static final int STEP = 200;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Logger logger;

    @Override
    public void run()
    {
        this.wikis.get().all().forEach(this::check);
    }

    private void check(WikiId wiki)
    {
        UUID last = null;
        List<UUID> some;
        do {
            UUID from = last;
            some = this.ledger.read(session -> ProjectionKeys.present(session, wiki, from, STEP, "CommunityRow"));
            for (UUID community : some) {
                last = community;
                try {
                    check(wiki, community);
                } catch (RuntimeException e) {
                    this.logger.error("Failed to check the facilitators of the community [{}] in the wiki [{}]; will "
                        + "retry the next night.", community, wiki, e);
                }
            }
        } while (some.size() == STEP);
    }

    private void check(WikiId wiki, UUID community)
    {
        List<UserId> facilitators =
            this.ledger.read(session -> CommunityRepository.facilitators(session, wiki.value(), community));
        // A community that the wiki itself founded, for an import, has had no facilitator yet: that is no news.
        boolean missing = !facilitators.contains(this.people.get().service())
            && this.people.get().find(facilitators).values().stream().noneMatch(Person::active);
        CommunityRow known = this.ledger.read(session -> CommunityRepository.find(session, wiki, community));
        if (known.unfacilitated == missing) {
            return;
        }
        this.ledger.update(tx -> {
            CommunityRow row = CommunityRepository.find(tx.session(), wiki, community);
            // Somebody may have been appointed meanwhile.
            boolean same = facilitators.equals(CommunityRepository.facilitators(tx.session(), wiki.value(), community));
            if (same && row.unfacilitated != missing) {
                ActType<Void> act = missing ? CommunityActs.FACILITATOR_MISSING : CommunityActs.FACILITATOR_BACK;
                tx.append(EntryDraft.of(wiki, this.people.get().service(), act, community)
                    .in(new CommunityId(community)).repeatable());
            }
        });
    }
}
