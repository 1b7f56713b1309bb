/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

/** The suite's tables: what a binding needs to build its session factory. */
public final class Schema
{
    private Schema()
    {
    }

    /** @return the annotated entities of all capabilities */
    public static List<Class<?>> entities()
    {
        return List.of(LedgerEntry.class);
    }

    /** @return the Liquibase master changelog, a resource on the class path */
    public static String changelog()
    {
        return "org/copsuite/db/changelog.xml";
    }

    /** @return the name of Liquibase's table of changes: not the default, which is the wiki's own */
    public static String changelogTable()
    {
        return "cop_changelog";
    }

    /** @return the name of Liquibase's lock table */
    public static String changelogLockTable()
    {
        return "cop_changelog_lock";
    }
}
