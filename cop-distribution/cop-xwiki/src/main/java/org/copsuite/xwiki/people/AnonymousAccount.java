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
 * The account that pages, versions and comments of anonymous askers name: {@link org.copsuite.wiki.UserId#ANONYMOUS}. Its
 * page reserves the name. The account is inactive, has no password, and belongs to no group, so it has no rights.
 */
@Component
@Named("XWiki." + AnonymousAccount.NAME)
@Singleton
public class AnonymousAccount extends AbstractMandatoryDocumentInitializer
{
    /** The login of the account, as {@link org.copsuite.wiki.UserId#ANONYMOUS} names it. */
    public static final String NAME = "CoPSuite Anonymous";

    private static final LocalDocumentReference USERS = new LocalDocumentReference(Names.SYSTEM, "XWikiUsers");

    @Inject
    private Provider<XWikiContext> contexts;

    /** Creates the page in the main wiki. */
    public AnonymousAccount()
    {
        super(new LocalDocumentReference(Names.SYSTEM, NAME), "Anonymous member");
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
            account.setStringValue("first_name", "Anonymous member");
            account.setIntValue("active", 0);
        });
    }
}
