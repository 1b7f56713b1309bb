/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.time.Instant;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.page.MaintenanceTask;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;

/** A task that runs for each wiki in which the suite is on. */
public abstract class AbstractWikiTask implements MaintenanceTask
{
    @Inject
    private Suite suite;

    @Inject
    private Provider<Wikis> wikis;

    @Override
    public final void run()
    {
        run(Instant.now());
    }

    /**
     * Does in each wiki what is due at a time.
     *
     * @param now the time
     */
    public final void run(Instant now)
    {
        this.wikis.get().all().stream().filter(this.suite::isOn).forEach(wiki -> run(wiki, now));
    }

    /**
     * Does what is due in a wiki.
     *
     * @param wiki the wiki
     * @param now the time
     */
    protected abstract void run(WikiId wiki, Instant now);

    /** @return the wikis, with their time zones */
    protected final Wikis wikis()
    {
        return this.wikis.get();
    }
}
