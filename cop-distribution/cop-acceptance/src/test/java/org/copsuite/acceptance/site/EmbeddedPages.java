/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the embedded wiki. */
final class EmbeddedPages implements WikiPages
{
    private static final String VIEW = "/bin/view/";
    private static final String DO = "do";

    @Override
    public String move(Member member, String path, String name)
    {
        return send(member, path, "move", name);
    }

    @Override
    public String copy(Member member, String path, String name)
    {
        return send(member, path, "copy", name);
    }

    private static String send(Member member, String path, String action, String name)
    {
        String address = path.replace(VIEW, "/bin/" + action + '/');
        String before = member.read(address).ok().document().select(".wiki-form [name=to]").val();
        Forms.submit(member, address, ".wiki-form", Map.of("to", before.replaceFirst("[^./]+$", name))).ok();
        return Forms.beside(path, name);
    }

    @Override
    public void delete(Member member, String path)
    {
        Forms.submit(member, path.replace(VIEW, "/bin/delete/"), "form[action*='/delete/']", Map.of()).ok();
    }

    @Override
    public String profile(String login)
    {
        return VIEW + "XWiki/" + login;
    }

    /** As for a page that does not exist. */
    @Override
    public int refusalToView(Member reader)
    {
        return 404;
    }

    @Override
    public Member.Answer save(Member member, String path, String title, String content)
    {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("content", content);
        typed.put(DO, "save");
        if (title != null) {
            typed.put("title", title);
        }
        return Forms.submit(member, path.replace(VIEW, "/bin/edit/"), "form:has(textarea[name=content])", typed);
    }
}
