/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/**
 * The account that pages, versions and comments of anonymous askers name: {@link org.copsuite.wiki.UserId#ANONYMOUS}. It
 * has no rights.
 */
@Component
@Named("XWiki." + AnonymousAccount.NAME)
@Singleton
public class AnonymousAccount extends AbstractReservedAccount
{
    /** The login of the account, as {@link org.copsuite.wiki.UserId#ANONYMOUS} names it. */
    public static final String NAME = "CoPSuite Anonymous";

    /** Creates the page in the main wiki. */
    public AnonymousAccount()
    {
        super(NAME, "Anonymous member");
    }
}
