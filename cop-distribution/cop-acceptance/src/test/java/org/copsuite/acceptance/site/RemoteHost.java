/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A wiki that runs somewhere, named with {@code -Dcop.url=http://...}, and an administrator's account there, named with
 * {@code -Dcop.admin=user:password}. Everything is done with the wiki's own pages.
 */
final class RemoteHost implements Host
{
    private final String base;

    private final Credentials admin;

    private Member session;

    RemoteHost(String url)
    {
        this.base = url.replaceFirst("/+$", "");
        String[] parts = System.getProperty("cop.admin", "").split(":", 2);
        if (parts.length != 2) {
            throw new IllegalStateException("Name an administrator with -Dcop.admin=user:password.");
        }
        this.admin = new Credentials(parts[0], parts[0], parts[1]);
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("login", account.login());
        fields.put("name", account.name());
        fields.put("password", account.password());
        fields.put("do", "create");
        submit("/bin/admin?section=accounts", "form:has([name=login]:not([type=hidden])):has([name=name])", fields);
    }

    @Override
    public boolean isBorrowed()
    {
        return true;
    }

    @Override
    public void deletePage(Member member, String path)
    {
        submit(path.replace("/bin/view/", "/bin/delete/"), "form[action*='/delete/']", Map.of());
    }

    private void submit(String page, String css, Map<String, String> typed)
    {
        if (this.session == null) {
            this.session = Member.signedIn(this.base, this.admin);
        }
        Document document = this.session.read(page).ok().document();
        Element form = document.selectFirst(css);
        if (form == null) {
            throw new IllegalStateException("No form " + css + " at " + page);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name][type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        this.session.send("POST", form.hasAttr("action") ? form.absUrl("action") : this.base + page, fields, Map.of())
            .ok();
    }

    @Override
    public void close()
    {
        // It goes on running: others use it.
    }
}
