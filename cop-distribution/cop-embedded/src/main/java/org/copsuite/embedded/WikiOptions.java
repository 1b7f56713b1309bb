/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.Path;
import java.util.Objects;

import org.copsuite.wiki.WikiId;

/**
 * The options of an embedded wiki. They are registered in the component manager under their own type, so that any
 * component can inject them.
 *
 * @param host the address to listen on
 * @param port the port to listen on, from 0 to 65535; 0 for any free port
 * @param data the folder that holds the database (unless {@code databaseUrl} names another), the index and the outbox
 * @param databaseUrl a JDBC URL with user and password, or {@code null} for HSQLDB in the data folder
 * @param empty whether to install no samples
 * @param proxied whether only a reverse proxy can reach the wiki; if so, the wiki trusts its headers
 *            {@code X-Forwarded-Proto} and {@code X-Forwarded-For}
 */
public record WikiOptions(String host, int port, Path data, String databaseUrl, boolean empty, boolean proxied)
{
    /** The id of the only wiki. */
    public static final WikiId WIKI = new WikiId("xwiki");

    /** The loopback address, which only this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The port to listen on if no port is given. */
    public static final int DEFAULT_PORT = 8080;

    /**
     * Creates the options of a wiki without a proxy in front.
     *
     * @param host the address to listen on
     * @param port the port to listen on, from 0 to 65535; 0 for any free port
     * @param data the data folder
     * @param databaseUrl a JDBC URL with user and password, or {@code null} for HSQLDB in the data folder
     * @param empty whether to install no samples
     */
    public WikiOptions(String host, int port, Path data, String databaseUrl, boolean empty)
    {
        this(host, port, data, databaseUrl, empty, false);
    }

    /** Validates the port, and that host and data folder are not {@code null}. */
    public WikiOptions
    {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(data, "data");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535: [" + port + ']');
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
