/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How an embedded wiki is run. It is registered in the component manager under its own type, so that any component may
 * have it injected.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param data the folder that holds the database (unless it is elsewhere), the index and the outbox
 * @param databaseUrl a JDBC URL with user and password, or {@code null} for HSQLDB in the data folder
 * @param empty whether no samples are installed
 * @param proxied whether only a reverse proxy can reach it, which says in {@code X-Forwarded-Proto} how it was asked
 */
public record WikiOptions(String host, int port, Path data, String databaseUrl, boolean empty, boolean proxied)
{
    /** The id of the only wiki there is. */
    public static final String WIKI = "xwiki";

    /** The address of this machine alone. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The port that is taken where none is asked for. */
    public static final int DEFAULT_PORT = 8080;

    /**
     * A wiki that browsers ask themselves.
     *
     * @param host the address to listen on
     * @param port the port to listen on, 0 for any free one
     * @param data the data folder
     * @param databaseUrl a JDBC URL with user and password, or {@code null} for HSQLDB in the data folder
     * @param empty whether no samples are installed
     */
    public WikiOptions(String host, int port, Path data, String databaseUrl, boolean empty)
    {
        this(host, port, data, databaseUrl, empty, false);
    }

    /** Checks. */
    public WikiOptions
    {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(data, "data");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535: " + port);
        }
    }

    /**
     * @param data the data folder
     * @return options for a wiki on any free port of this machine, without samples, with HSQLDB in the folder
     */
    public static WikiOptions at(Path data)
    {
        return new WikiOptions(LOOPBACK, 0, data, null, true);
    }
}
