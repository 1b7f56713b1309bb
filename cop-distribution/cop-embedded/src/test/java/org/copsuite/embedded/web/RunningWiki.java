/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rules;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running wiki for all tests over HTTP: the administrator {@code root}, the members {@code ada} and {@code ben}, and
 * the space {@code Secret}, which only {@code ada} may view and edit; everybody's password is {@value #PASSWORD}.
 */
public final class RunningWiki implements ParameterResolver
{
    /** Everybody's password. */
    static final String PASSWORD = "correct horse";

    /** What only one person may see. */
    static final SpaceId SECRET = SpaceId.of(new WikiId("xwiki"), "Secret");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context)
    {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context)
    {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Site.class,
            type -> new Site(), Site.class);
    }

    /** The running wiki. */
    static final class Site implements ExtensionContext.Store.CloseableResource
    {
        private final Path data;

        private final CopServer server;

        private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

        Site()
        {
            try {
                this.data = Files.createTempDirectory("cop-web");
                this.server = CopServer.start(WikiOptions.at(this.data));
                for (String login : List.of("root", "ada", "ben")) {
                    account(login);
                }
                this.server.get(Groups.class).add(GroupDirectory.ADMINISTRATORS, Account.idOf("root"));
                this.server.get(Rules.class).set(SECRET, List.of(new Rule(new Rule.User(Account.idOf("ada")),
                    Set.of(Right.VIEW, Right.COMMENT, Right.EDIT))));
                write(SECRET.home(), "Secret plans", "The **password** of the moon", "ada");
                write(SpaceId.of(new WikiId("xwiki"), "Main").home(), "Welcome", "Hello", "root");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** @return a person of that login */
        Account account(String login)
        {
            try {
                return get(Accounts.class).create(login, PASSWORD, AccountDraft.of("Name of " + login));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        <T> T get(Class<T> role)
        {
            return this.server.get(role);
        }

        URI uri()
        {
            return this.server.uri();
        }

        Browser guest()
        {
            return new Browser(this.server.uri());
        }

        /** @return that person's browser, the same each time: checking a password is slow by design */
        Browser as(String login)
        {
            return this.browsers.computeIfAbsent(login, key -> guest().signIn(key, PASSWORD));
        }

        /** Writes a page, whatever stood there. */
        Page write(PageId page, String title, String content, String login)
        {
            UserId author = Account.idOf(login);
            try {
                String version = get(Pages.class).load(page).map(Page::version).orElse(null);
                return get(PageStore.class)
                    .edit(new PageEdit(page, title, content, author, null, "", false, version));
            } catch (StaleVersionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException
        {
            this.server.close();
            try (Stream<Path> files = Files.walk(this.data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
