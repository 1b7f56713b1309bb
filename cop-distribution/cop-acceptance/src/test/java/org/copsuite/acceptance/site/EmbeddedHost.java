/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.StartException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.sample.SampleLoader;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.xar.XarImporter;
import org.copsuite.page.PageSynchroniser;

/** The embedded wiki with its samples, in this process, on any free port, in a folder of its own. */
public final class EmbeddedHost implements Host
{
    private final Path data;

    private final CopServer server;
    private final WikiPages pages = new EmbeddedPages();

    /** Starts it. */
    EmbeddedHost()
    {
        try {
            this.data = Files.createTempDirectory("cop-acceptance");
            this.server = CopServer.start(new WikiOptions(WikiOptions.LOOPBACK, 0, this.data, null, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StartException e) {
            throw new IllegalStateException("The embedded wiki does not start.", e);
        }
    }

    /** @return the wiki itself */
    public CopServer server()
    {
        return this.server;
    }

    @Override
    public String base()
    {
        return this.server.uri().toString();
    }

    @Override
    public Credentials admin()
    {
        return new Credentials("admin", "Marit Solberg", SampleLoader.PASSWORD);
    }

    @Override
    public void createAccount(Credentials account)
    {
        try {
            this.server.get(Accounts.class).create(account.login(), account.password(),
                AccountDraft.of(account.name()));
        } catch (RefusedException e) {
            throw new IllegalStateException("The account " + account.login() + " was refused.", e);
        }
    }

    @Override
    public void put(Member member, TypedPage page)
    {
        try {
            this.server.get(XarImporter.class).read(new ByteArrayInputStream(Xar.of(page)),
                Account.idOf(member.credentials().login()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PageSynchroniser synchroniser = this.server.get(PageSynchroniser.class);
        if (!synchroniser.await(Patience.ofSeconds(60))) {
            throw new IllegalStateException("The pages are not synchronised.");
        }
    }

    @Override
    public void remove(Site.Community community)
    {
        // The whole wiki goes.
    }

    @Override
    public WikiPages pages()
    {
        return this.pages;
    }

    @Override
    public void close()
    {
        this.server.close();
        try (var files = Files.walk(this.data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
