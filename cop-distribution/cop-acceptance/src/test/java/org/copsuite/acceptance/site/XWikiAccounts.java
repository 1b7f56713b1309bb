/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Accounts of an XWiki, made and removed through its REST interface by an administrator who has signed in. */
final class XWikiAccounts
{
    private static final String SYSTEM = "/rest/wikis/xwiki/spaces/XWiki/pages/";
    private final String root;
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());

    XWikiAccounts(String base)
    {
        this.root = URI.create(base).getPath();
    }

    /** @return whether an XWiki answers there */
    static boolean isXWiki(String base)
    {
        Member.Answer answer = Member.stranger(base).send("GET", "/rest/wikis/xwiki", null,
            Map.of("Accept", "application/json"));
        return answer.headers().containsKey("xwiki-version");
    }

    /**
     * Makes an account, and what XWiki's own registration makes with it: its place in the group of all accounts. The
     * flows type wiki text, so it prefers the editor of wiki text.
     */
    void create(Member admin, Credentials account)
    {
        String page = SYSTEM + account.login();
        XWikiRest.putPage(admin, page, "", "").ok();
        this.made.add(page);
        String[] names = account.name().split(" ", 2);
        add(admin, page, "XWiki.XWikiUsers", Map.of("first_name", names[0], "last_name",
            names.length > 1 ? names[1] : "", "password", account.password(), "active", "1", "editor", "Text"));
        this.made.add(add(admin, SYSTEM + "XWikiAllGroup", "XWiki.XWikiGroups",
            Map.of("member", "XWiki." + account.login())));
    }

    /** @return the path of the object */
    private String add(Member admin, String page, String type, Map<String, String> properties)
    {
        Member.Answer answer = XWikiRest.addObject(admin, page, type, properties).ok();
        String path = URI.create(answer.headers().get("location").get(0)).getRawPath();
        return path.substring(this.root.length());
    }

    /** Removes the groups of a community. */
    void removeGroups(Member admin, String name)
    {
        for (String group : List.of("-Members", "-Facilitators")) {
            admin.remove(SYSTEM + name + group);
        }
    }

    /** Removes what was made. */
    void remove(Member admin)
    {
        List<String> reversed = new ArrayList<>(this.made);
        Collections.reverse(reversed);
        reversed.forEach(admin::remove);
        this.made.clear();
    }
}
