/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Assumptions;

/**
 * A wiki that runs somewhere, named with {@code -Dcop.url=http://...}, and an administrator's account there, named with
 * {@code -Dcop.admin=user:password}. Everything is done with the
 * wiki's own pages, or through XWiki's REST interface.
 */
final class RemoteHost implements Host
{
    private final String base;

    private final Credentials admin;

    private final boolean xwiki;
    private final WikiPages pages;
    private final XWikiAccounts accounts;
    private final List<String> put = new CopyOnWriteArrayList<>();
    private Member session;

    RemoteHost(String url)
    {
        this.base = url.replaceFirst("/+$", "");
        String[] parts = System.getProperty("cop.admin", "").split(":", 2);
        if (parts.length != 2) {
            throw new IllegalStateException("Name an administrator with -Dcop.admin=user:password.");
        }
        this.admin = new Credentials(parts[0], parts[0], parts[1]);
        this.xwiki = XWikiAccounts.isXWiki(this.base);
        this.pages = this.xwiki ? new XWikiPages() : new EmbeddedPages();
        this.accounts = new XWikiAccounts(this.base);
    }

    @Override
    public String base()
    {
        return this.base;
    }

    @Override
    public Credentials admin()
    {
        return this.admin;
    }

    @Override
    public void createAccount(Credentials account)
    {
        if (this.xwiki) {
            this.accounts.create(session(), account);
        } else {
            Forms.submit(session(), "/bin/admin?section=accounts",
                "form:has([name=login]:not([type=hidden])):has([name=name])", Map.of("login", account.login(), "name",
                    account.name(), "password", account.password(), "do", "create")).ok();
        }
    }

    @Override
    public void put(Member member, TypedPage page)
    {
        Assumptions.assumeTrue(this.xwiki, "Into an embedded wiki pages are brought only where it is started here.");
        String path = XWikiRest.page(page.names());
        this.put.add(path);
        XWikiRest.putPage(member, path, page.title(), page.content());
        XWikiRest.addObject(member, path, page.className(), page.properties());
    }

    private synchronized Member session()
    {
        if (this.session == null) {
            this.session = Member.signedIn(this.base, this.admin);
        }
        return this.session;
    }

    @Override
    public void remove(Site.Community community)
    {
        this.pages.delete(session(), community.path());
        if (this.xwiki) {
            // The suite keeps them, since a deleted community may be restored.
            this.accounts.removeGroups(session(), "Community-" + community.id());
        }
    }

    @Override
    public void addObject(String page, String type, Map<String, String> properties)
    {
        if (session().read(page).status() != 200) {
            XWikiRest.putPage(session(), page, "", "").ok();
            this.put.add(page);
        }
        XWikiRest.addObject(session(), page, type, properties).ok();
    }

    @Override
    public boolean isXWiki()
    {
        return this.xwiki;
    }

    @Override
    public WikiPages pages()
    {
        return this.pages;
    }

    @Override
    public void close()
    {
        // It goes on running: others use it. Most of the pages went with their communities.
        this.put.forEach(page -> session().remove(page));
        this.accounts.remove(session());
    }
}
