/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.xwiki.Names;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.XWikiDocument;

/** Removes an account from the cache when its profile changes on any node of a cluster. */
@Component
@Named(AccountEvents.NAME)
@Singleton
public class AccountEvents extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.people.AccountEvents";

    @Inject
    private Provider<Accounts> accounts;

    /** Listens to changes of documents. */
    public AccountEvents()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (source instanceof XWikiDocument document) {
            XWikiDocument before = document.getOriginalDocument();
            if (document.getXObject(AccountReader.USERS) != null
                || before != null && before.getXObject(AccountReader.USERS) != null) {
                this.accounts.get().forget(Names.page(document.getDocumentReference()));
            }
        }
    }
}
