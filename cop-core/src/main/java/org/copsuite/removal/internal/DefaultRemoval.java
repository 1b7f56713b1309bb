/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.removal.internal;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.db.SuiteTables;
import org.copsuite.ledger.Ledger;
import org.copsuite.removal.Removal;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Deletes all rows in one transaction, while the head of the ledger is locked. */
@Component
@Singleton
public class DefaultRemoval implements Removal
{
    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Index> index;

    @Inject
    private Provider<Access> rights;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Provider<Database> database;

    @Inject
    private Settings settings;

    @Inject
    private Suite suite;

    @Inject
    private Logger logger;

    @Override
    public void forget(UserId actor, WikiId wiki, String confirmation) throws CopException
    {
        if (!Administrators.include(this.rights.get(), wiki, actor)) {
            throw CopException.forbidden();
        }
        if (this.suite.isOn(wiki)) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.removal.error.on");
        }
        confirm(wiki, confirmation);
        this.ledger.update(tx -> {
            tx.session().doWork(connection -> SuiteTables.deleteRows(connection, wiki, Suite.SETTING.key()));
        });
        try {
            this.index.get().client().deleteByQuery("{!term f=wiki}" + wiki);
            this.index.get().client().commit();
        } catch (SolrServerException | IOException | SolrException e) {
            this.logger.error("Failed to delete the index documents of wiki [{}]; nobody can view them.", wiki, e);
        }
        this.logger.info("Deleted all rows of wiki [{}].", wiki);
    }

    @Override
    public boolean mayDecide(UserId actor, WikiId wiki)
    {
        return this.database.get().isRemovable() && main().equals(wiki)
            && Administrators.include(this.rights.get(), wiki, actor);
    }

    @Override
    public boolean isPurging()
    {
        return this.settings.get(RemovalSettings.PURGE, main());
    }

    @Override
    public void decide(UserId actor, WikiId wiki, boolean purge, String confirmation) throws CopException
    {
        if (!mayDecide(actor, wiki)) {
            throw CopException.forbidden();
        }
        if (purge) {
            confirm(wiki, confirmation);
        }
        this.settings.set(RemovalSettings.PURGE, SettingTarget.wiki(wiki), purge);
    }

    private static void confirm(WikiId wiki, String confirmation) throws CopException
    {
        if (confirmation == null || !wiki.value().equals(confirmation.strip())) {
            throw CopException.invalid("confirmation", "cop.removal.error.confirmation", wiki.value());
        }
    }

    private WikiId main()
    {
        return this.wikis.get().all().get(0);
    }
}
