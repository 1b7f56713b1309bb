/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Optional;

import org.hibernate.SessionFactory;
import org.xwiki.component.annotation.Role;

/**
 * The suite's tables in the wiki's database. The binding builds the session factory with the entities and the Liquibase
 * changelog of {@code org.copsuite.ledger.Schema}, updates the tables before it returns the factory, and closes the
 * factory when its component is disposed. Transactions are READ COMMITTED (MariaDB and MySQL must be told so): after
 * waiting for its head, the ledger reads what others have committed meanwhile.
 */
@Role
public interface Database
{
    /** @return the session factory, the same at each call */
    SessionFactory sessions();

    /** @return whether the suite can be removed while the wiki stays, as when an extension is uninstalled */
    default boolean isRemovable()
    {
        return false;
    }

    /** @return the state of the connection pool, if it can be read */
    default Optional<Connections> connections()
    {
        return Optional.empty();
    }

    /**
     * State of a connection pool.
     *
     * @param active the number of connections in use
     * @param idle the number of open connections not in use
     * @param maximum the maximum number of connections
     */
    record Connections(int active, int idle, int maximum)
    {
    }
}
