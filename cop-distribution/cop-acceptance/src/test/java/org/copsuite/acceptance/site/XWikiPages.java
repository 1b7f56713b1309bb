/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/** The pages of an XWiki. Nested pages only: a path names the space whose home page is meant. */
final class XWikiPages implements WikiPages
{
    private static final String VIEW = "/bin/view/";
    private static final Duration PATIENCE = Patience.ofSeconds(60);

    @Override
    public String move(Member member, String path, String name)
    {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form_token", token(member, path));
        fields.put("newWikiName", "xwiki");
        fields.put("newSpaceName", parent(path));
        fields.put("newPageName", name);
        fields.put("deep", "true");
        fields.put("updateLinks", "true");
        fields.put("autoRedirect", "true");
        member.send("POST", path + "?xpage=rename&step=2", fields, Map.of()).ok();
        return Forms.beside(path, name);
    }

    @Override
    public String copy(Member member, String path, String name)
    {
        Forms.submit(member, path + "?xpage=copy", "form#copy, form:has([name=targetPageName])",
            Map.of("targetSpaceName", parent(path), "targetPageName", name, "deep", "true")).ok();
        String copy = Forms.beside(path, name);
        Awaitility.await().atMost(PATIENCE).until(() -> member.read(copy).status() == 200);
        return copy;
    }

    @Override
    public void delete(Member member, String path)
    {
        Forms.submit(member, path.replace(VIEW, "/bin/delete/"), "form#delete",
            Map.of("affectChildren", "on", "shouldSkipRecycleBin", "true")).ok();
        Awaitility.await().atMost(PATIENCE).until(() -> member.read(path).status() == 404);
    }

    @Override
    public String profile(String login)
    {
        return VIEW + "XWiki/" + login + "?category=copsuite";
    }

    /** The guest is redirected to the login page, which answers 401. */
    @Override
    public int refusalToView(Member reader)
    {
        return reader.credentials() == null ? 401 : 403;
    }

    @Override
    public Member.Answer save(Member member, String path, String title, String content)
    {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("content", content);
        typed.put("action_save", "Save");
        if (title != null) {
            typed.put("title", title);
        }
        return Forms.submit(member, path.replace(VIEW, "/bin/edit/") + "?editor=wiki&force=1",
            "form:has(textarea[name=content])", typed, action -> action.replace("/bin/preview/", "/bin/save/"));
    }

    /** @return the token that XWiki prints on each page */
    static String token(Member member, String path)
    {
        return member.read(path).document().select("html").attr("data-xwiki-form-token");
    }

    /** @return the space that the page's own space is in, as XWiki writes it */
    private static String parent(String path)
    {
        List<String> names = Arrays.stream(path.substring(path.indexOf(VIEW) + VIEW.length()).split("/"))
            .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8)).toList();
        return names.subList(0, names.size() - 1).stream().map(name -> name.replaceAll("[\\\\.]", "\\\\$0"))
            .collect(Collectors.joining("."));
    }
}
