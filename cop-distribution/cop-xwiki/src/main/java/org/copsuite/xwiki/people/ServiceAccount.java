/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * The account that creates the suite's pages. Its page reserves the name, so that nobody can register with it. The
 * account is inactive and has neither a password nor a mail address to which a password could be sent.
 */
@Component
@Named("XWiki." + ServiceAccount.NAME)
@Singleton
public class ServiceAccount extends AbstractMandatoryDocumentInitializer
{
    /** The login of the account. */
    public static final String NAME = "CoPSuiteService";

    private static final LocalDocumentReference USERS = new LocalDocumentReference(Names.SYSTEM, "XWikiUsers");

    @Inject
    private Provider<XWikiContext> contexts;

    /** Creates the page in the main wiki. */
    public ServiceAccount()
    {
        super(new LocalDocumentReference(Names.SYSTEM, NAME), "CoP Suite");
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
            account.setStringValue("first_name", "CoP Suite");
            account.setIntValue("active", 0);
        });
    }
}
