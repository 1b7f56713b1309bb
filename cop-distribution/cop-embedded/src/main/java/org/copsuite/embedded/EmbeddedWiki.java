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
 * A wiki for tests and measurements: it starts on a free port of this machine with a temporary data folder, and takes
 * the folder away when it is closed.
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
     * @param samples whether the samples are installed
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
            throw new StartException("No temporary folder could be made.", e);
        }
    }

    /**
     * Starts a wiki in a folder that stays.
     *
     * @param options how it is run
     * @return the running wiki
     * @throws StartException if it cannot start
     */
    public static EmbeddedWiki start(WikiOptions options) throws StartException
    {
        return new EmbeddedWiki(options.data(), options, false);
    }

    /** @return where it answers, without a slash at the end */
    public URI uri()
    {
        return this.server.uri();
    }

    /** @return its data folder */
    public Path data()
    {
        return this.data;
    }

    /**
     * @param role a component's role
     * @param <T> the role
     * @return the component
     */
    public <T> T get(Class<T> role)
    {
        return this.server.get(role);
    }

    /**
     * Makes an account without a password: {@link #signIn} signs it in.
     *
     * @param login its login
     * @param name the name to show
     * @return its id
     * @throws RefusedException if the login is taken or invalid
     */
    public UserId account(String login, String name) throws RefusedException
    {
        return get(Accounts.class).create(login, null, AccountDraft.of(name)).id();
    }

    /**
     * Makes an administrator without a password.
     *
     * @param login its login
     * @return its id
     * @throws RefusedException if the login is taken or invalid
     */
    public UserId administrator(String login) throws RefusedException
    {
        UserId user = account(login, login);
        get(GroupDirectory.class).add(GroupDirectory.ADMINISTRATORS, user);
        return user;
    }

    /**
     * Signs an account in without its password.
     *
     * @param login a login
     * @return the session: the value of its cookie, and the form token
     */
    public Session signIn(String login)
    {
        return get(Sessions.class).open(Account.idOf(login));
    }

    /**
     * Stops the wiki and starts it again on the same data. A database in memory is lost by that.
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
                throw new IllegalStateException("The temporary folder " + this.data + " could not be deleted.", e);
            }
        }
    }
}
