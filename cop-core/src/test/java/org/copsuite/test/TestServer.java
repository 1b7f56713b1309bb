/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The databases on which tests are executed. The system property {@value #PROPERTY} chooses the database of this
 * process.
 */
public enum TestServer
{
    /** A database in the memory of this process; the default. */
    HSQLDB(null),
    /** A PostgreSQL server. */
    POSTGRESQL("COP_TEST_PG_URL"),
    /** A MariaDB server. */
    MARIADB("COP_TEST_MARIADB_URL");

    /** The system property with the name of a database in lower case. */
    public static final String PROPERTY = "cop.test.database";

    private final String variable;

    TestServer(String variable)
    {
        this.variable = variable;
    }

    /**
     * @return the database of this process
     * @throws IllegalArgumentException if the system property names no database
     */
    public static TestServer chosen()
    {
        return named(System.getProperty(PROPERTY, "hsqldb"));
    }

    /**
     * @param name the name of a database in lower case
     * @return the database
     * @throws IllegalArgumentException if there is no database of that name
     */
    static TestServer named(String name)
    {
        return Arrays.stream(values()).filter(server -> server.toString().equals(name)).findAny()
            .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " must be one of " + Arrays.toString(values())
                + ", not [" + name + "]."));
    }

    /** @return the reason why tests cannot run on this database, empty if they can */
    public Optional<String> missing()
    {
        return missing(url());
    }

    /**
     * @param url the value of the environment variable, {@code null} if it is not set
     * @return the reason why tests cannot run on this database, empty if they can
     * @throws IllegalArgumentException if the URL belongs to another database
     */
    Optional<String> missing(String url)
    {
        if (this.variable == null) {
            return Optional.empty();
        }
        if (url == null || url.isBlank()) {
            return Optional.of(this.variable + " names no server (a JDBC URL with user and password)");
        }
        if (!url.startsWith("jdbc:" + this + ":")) {
            throw new IllegalArgumentException(this.variable + " must start with jdbc:" + this + ":");
        }
        return Optional.empty();
    }

    /** @return the JDBC URL of the server from the environment, {@code null} if it is not set */
    String url()
    {
        return this.variable == null ? null : System.getenv(this.variable);
    }

    /** @return the name in lower case, as in JDBC URLs */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
