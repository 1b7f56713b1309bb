/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

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
}
