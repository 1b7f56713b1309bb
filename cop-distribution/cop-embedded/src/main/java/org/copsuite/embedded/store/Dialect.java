/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.embedded.WikiOptions;

/** The databases that the embedded wiki supports. */
public enum Dialect
{
    /** In this process, with files in the data folder or in memory. */
    HSQLDB("jdbc:hsqldb:", "org.copsuite.db.OrderedHsqlDialect"),
    /** On a server. */
    POSTGRESQL("jdbc:postgresql:", "org.hibernate.dialect.PostgreSQL10Dialect"),
    /** On a server. */
    MARIADB("jdbc:mariadb:", "org.hibernate.dialect.MariaDB103Dialect");

    private final String prefix;

    private final String hibernate;

    Dialect(String prefix, String hibernate)
    {
        this.prefix = prefix;
        this.hibernate = hibernate;
    }

    /** @return the class name of the Hibernate dialect */
    public String hibernate()
    {
        return this.hibernate;
    }

    /**
     * @param options the options of the wiki
     * @return the database of the database URL
     * @throws IllegalArgumentException if the URL names none of these databases
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
