/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.embedded.WikiOptions;

/** The databases that the embedded wiki runs on. */
public enum Dialect
{
    /** In the data folder, or in memory. */
    HSQLDB("jdbc:hsqldb:", "org.copsuite.db.OrderedHsqlDialect"),
    /** A server. */
    POSTGRESQL("jdbc:postgresql:", "org.hibernate.dialect.PostgreSQL10Dialect"),
    /** A server. */
    MARIADB("jdbc:mariadb:", "org.hibernate.dialect.MariaDB103Dialect");

    private final String prefix;

    private final String hibernate;

    Dialect(String prefix, String hibernate)
    {
        this.prefix = prefix;
        this.hibernate = hibernate;
    }

    /** @return the name of Hibernate's class for it */
    public String hibernate()
    {
        return this.hibernate;
    }

    /**
     * @param options how the wiki is run
     * @return the database that they name
     * @throws IllegalArgumentException if it is none of these
     */
    static Dialect of(WikiOptions options)
    {
        if (options.databaseUrl() == null) {
            return HSQLDB;
        }
        for (Dialect dialect : values()) {
            if (options.databaseUrl().startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("The database URL must start with jdbc:postgresql:, jdbc:mariadb: or "
            + "jdbc:hsqldb:.");
    }
}
