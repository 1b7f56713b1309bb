/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.WorkingDays;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.spi.AbstractWikiTask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Tells authors, once, that no coach has commented in time or that their community coaches no longer, and deletes what was
 * held back of questions that were asked before a crash.
 */
@Component
@Named("coaching")
@Singleton
public class CoachingTask extends AbstractWikiTask
{
    private static final int STEP = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private HeldWriter writer;

    @Inject
    private Settings settings;

    @Inject
    private Provider<People> people;

    @Inject
    private Logger logger;

    @Override
    protected void run(WikiId wiki, Instant now)
    {
        UUID last = new UUID(0, 0);
        List<HeldRow> some;
        do {
            UUID after = last;
            some = this.ledger.read(session -> session
                .createQuery("from HeldRow where wiki = :wiki and id > :after and (told = false or publishing is not null) "
                    + "order by id", HeldRow.class)
                .setParameter("wiki", wiki.value()).setParameter("after", after).setMaxResults(STEP).getResultList());
            for (HeldRow row : some) {
                last = row.id;
                try {
                    run(wiki, row, now);
                } catch (RuntimeException e) {
                    this.logger.error("Failed to look after the held question [{}] in the wiki [{}]; will retry the next "
                        + "night.", row.id, wiki, e);
                }
            }
        } while (some.size() == STEP);
    }

    private void run(WikiId wiki, HeldRow row, Instant now)
    {
        if (row.publishing != null && this.ledger.first(wiki, row.question).isPresent()) {
            this.writer.finish(wiki, row.id);
        } else if (!row.told && isDue(wiki, row, now)) {
            this.writer.tell(wiki, row.id, this.people.get().service());
        }
    }

    private boolean isDue(WikiId wiki, HeldRow row, Instant now)
    {
        SettingTarget community = SettingTarget.community(wiki, new CommunityId(row.community));
        return !this.settings.get(CoachingSettings.ON, community) || !row.coached && WorkingDays.between(
            Instant.ofEpochMilli(row.created), now, wikis().zone(wiki))
            >= this.settings.get(CoachingSettings.DAYS, community);
    }
}
