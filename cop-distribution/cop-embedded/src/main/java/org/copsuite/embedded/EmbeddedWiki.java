/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.apache.commons.io.FileUtils;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.Sessions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.UserId;

/**
 * A wiki for tests and measurements. It starts on a free port of this machine with a temporary data folder, and deletes
 * the folder when it is closed.
 */
public final class EmbeddedWiki implements AutoCloseable
{
    private final Path data;

    private final WikiOptions options;

    private final boolean temporary;

    private CopServer server;

    private EmbeddedWiki(Path data, WikiOptions options, boolean temporary) throws StartException
    {
        this.data = data;
        this.options = options;
        this.temporary = temporary;
        this.server = CopServer.start(options);
    }

    /**
     * Starts an empty wiki with its database in memory.
     *
     * @return the running wiki
     * @throws StartException if it cannot start
     */
    public static EmbeddedWiki start() throws StartException
    {
        return start("jdbc:hsqldb:mem:" + UUID.randomUUID(), false);
    }

    /**
     * Starts a wiki.
     *
     * @param databaseUrl a JDBC URL, {@code null} for HSQLDB in the data folder
     * @param samples whether to install the samples
     * @return the running wiki
     * @throws StartException if it cannot start
     */
    public static EmbeddedWiki start(String databaseUrl, boolean samples) throws StartException
    {
        try {
            Path data = Files.createTempDirectory("cop-wiki-");
            boolean started = false;
            try {
                EmbeddedWiki wiki = new EmbeddedWiki(data,
                    new WikiOptions(WikiOptions.LOOPBACK, 0, data, databaseUrl, !samples), true);
                started = true;
                return wiki;
            } finally {
                if (!started) {
                    FileUtils.deleteDirectory(data.toFile());
                }
            }
        } catch (IOException e) {
            throw new StartException("Failed to create a temporary folder.", e);
        }
    }

    /**
     * Starts a wiki in a folder that is kept when the wiki is closed.
     *
     * @param options the options of the wiki
     * @return the running wiki
     * @throws StartException if it cannot start
     */
    public static EmbeddedWiki start(WikiOptions options) throws StartException
    {
        return new EmbeddedWiki(options.data(), options, false);
    }

    /** @return the address of the wiki, without a slash at the end */
    public URI uri()
    {
        return this.server.uri();
    }

    /** @return the data folder of the wiki */
    public Path data()
    {
        return this.data;
    }

    /**
     * @param role the role of a component
     * @param <T> the role
     * @return the component
     */
    public <T> T get(Class<T> role)
    {
        return this.server.get(role);
    }

    /**
     * Creates an account without a password; {@link #signIn} signs it in.
     *
     * @param login the login
     * @param name the display name
     * @return the id of the account
     * @throws RefusedException if the login is in use or invalid
     */
    public UserId account(String login, String name) throws RefusedException
    {
        return get(Accounts.class).create(login, null, AccountDraft.of(name)).id();
    }

    /**
     * Creates an administrator without a password.
     *
     * @param login the login
     * @return the id of the account
     * @throws RefusedException if the login is in use or invalid
     */
    public UserId administrator(String login) throws RefusedException
    {
        UserId user = account(login, login);
        get(GroupDirectory.class).add(GroupDirectory.ADMINISTRATORS, user);
        return user;
    }

    /**
     * Opens a session for an account without checking its password.
     *
     * @param login the login
     * @return the session: the value of its cookie, and the form token
     */
    public Session signIn(String login)
    {
        return get(Sessions.class).open(Account.idOf(login));
    }

    /**
     * Stops the wiki and starts it again on the same port and data. A database in memory loses its data.
     *
     * @throws StartException if it cannot start again
     */
    public void restart() throws StartException
    {
        int port = uri().getPort();
        this.server.close();
        this.server = CopServer.start(new WikiOptions(this.options.host(), port, this.data,
            this.options.databaseUrl(), this.options.empty(), this.options.proxied()));
    }

    @Override
    public void close()
    {
        this.server.close();
        if (this.temporary) {
            try {
                FileUtils.deleteDirectory(this.data.toFile());
            } catch (IOException e) {
                throw new IllegalStateException("Failed to delete the temporary folder [" + this.data + "]", e);
            }
        }
    }
}
