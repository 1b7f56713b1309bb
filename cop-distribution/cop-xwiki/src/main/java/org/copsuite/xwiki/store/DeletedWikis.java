/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.db.SuiteTables;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.slf4j.Logger;
import org.xwiki.bridge.event.WikiDeletedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/** Deletes the rows and index documents of a deleted wiki of the farm, whose pages no longer exist. */
@Component
@Named(DeletedWikis.NAME)
@Singleton
public class DeletedWikis extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.store.DeletedWikis";

    @Inject
    private Provider<Database> database;

    @Inject
    private Provider<Index> index;

    @Inject
    private Logger logger;

    /** Listens to the deletion of wikis. */
    public DeletedWikis()
    {
        super(NAME, new WikiDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        forget(new WikiId(((WikiDeletedEvent) event).getWikiId()));
    }

    void forget(WikiId wiki)
    {
        try (Session session = this.database.get().sessions().openSession()) {
            Transaction transaction = session.beginTransaction();
            session.doWork(connection -> SuiteTables.deleteRows(connection, wiki, null));
            transaction.commit();
        }
        try {
            SolrClient client = this.index.get().client();
            client.deleteByQuery("{!term f=wiki}" + wiki);
            client.commit();
        } catch (SolrServerException | IOException | RuntimeException e) {
            // A remote Solr throws unchecked exceptions.
            this.logger.error("Failed to purge wiki [{}] from the index; its documents are not served.", wiki, e);
        }
    }
}
