/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Hides the groups of communities that were founded with a version that did not hide them, so that everybody who could
 * view the wiki could read who the members are. Includes deleted communities and wikis in which the suite is disabled.
 */
@Component
@Named("groups")
@Singleton
public class GroupHidingTask implements MaintenanceTask
{
    private static final int STEP = 200;

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityRights spaces;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Logger logger;

    /** The communities processed since this process started; later runs skip them. */
    private final Set<RowKey> hidden = ConcurrentHashMap.newKeySet();

    @Override
    public void run()
    {
        this.wikis.get().all().forEach(this::hide);
    }

    private void hide(WikiId wiki)
    {
        String after = "";
        List<String> some;
        do {
            String from = after;
            some = this.ledger.read(session -> ProjectionKeys.of(session, wiki, from, STEP, CommunityActs.FOUNDED,
                "CommunityRow"));
            for (String community : some) {
                after = community;
                hide(wiki, new CommunityId(UUID.fromString(community)));
            }
        } while (some.size() == STEP);
    }

    private void hide(WikiId wiki, CommunityId community)
    {
        RowKey key = new RowKey(wiki, community.value());
        if (this.hidden.contains(key)) {
            return;
        }
        try {
            this.spaces.hideMembers(wiki, community);
            this.hidden.add(key);
        } catch (RuntimeException e) {
            this.logger.error("Failed to hide the groups of the community [{}] in the wiki [{}]; will retry "
                + "the next night.", community, wiki, e);
        }
    }
}
