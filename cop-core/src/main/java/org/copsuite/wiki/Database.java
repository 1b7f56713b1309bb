/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Optional;

import org.hibernate.SessionFactory;
import org.xwiki.component.annotation.Role;

/**
 * The suite's tables on the wiki's database. The binding builds the session factory with the entities and the
 * Liquibase changelog that {@code org.copsuite.ledger.Schema} names, has brought the tables up to date before it gives
 * it out, and closes it when its component is disposed. Its transactions are READ COMMITTED (MariaDB and MySQL must be
 * told so): the ledger reads, after it has waited for its head, what others have committed meanwhile.
 */
@Role
public interface Database
{
    /** @return the session factory, the same at each call */
    SessionFactory sessions();

    /** @return whether the suite can be taken from the wiki while the wiki stays, as an extension is uninstalled */
    default boolean isRemovable()
    {
        return false;
    }

    /** @return how the pool of connections stands, where it can be asked */
    default Optional<Connections> connections()
    {
        return Optional.empty();
    }

    /**
     * A pool of connections at one moment.
     *
     * @param active how many are in use
     * @param idle how many are open and not in use
     * @param maximum how many there may be
     */
    record Connections(int active, int idle, int maximum)
    {
    }
}
