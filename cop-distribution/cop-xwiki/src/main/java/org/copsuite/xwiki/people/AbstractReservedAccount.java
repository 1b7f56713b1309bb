/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * An account of the suite in the main wiki. Its page reserves the name, so that nobody can register with it. The account is
 * inactive, has neither a password nor a mail address to which a password could be sent, and belongs to no group.
 */
abstract class AbstractReservedAccount extends AbstractMandatoryDocumentInitializer
{
    private static final LocalDocumentReference USERS = new LocalDocumentReference(Names.SYSTEM, "XWikiUsers");

    private final String shownName;

    @Inject
    private Provider<XWikiContext> contexts;

    AbstractReservedAccount(String login, String shownName)
    {
        super(new LocalDocumentReference(Names.SYSTEM, login), shownName);
        this.shownName = shownName;
    }

    @Override
    protected boolean isMainWikiOnly()
    {
        return true;
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document, USERS, this.contexts.get(), account -> {
            account.setStringValue("first_name", this.shownName);
            account.setIntValue("active", 0);
        });
    }
}
