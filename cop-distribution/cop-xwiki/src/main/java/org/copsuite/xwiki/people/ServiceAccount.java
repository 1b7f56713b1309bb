/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The account that creates the suite's pages. */
@Component
@Named("XWiki." + ServiceAccount.NAME)
@Singleton
public class ServiceAccount extends AbstractReservedAccount
{
    /** The login of the account. */
    public static final String NAME = "CoPSuiteService";

    /** Creates the page in the main wiki. */
    public ServiceAccount()
    {
        super(NAME, "CoP Suite");
    }
}
