/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jsoup.nodes.Element;

/** Forms of the wiki's own, filled and sent as a browser does. */
final class Forms
{
    private Forms()
    {
    }

    /** @return what the wiki answers to the first form of the page that fits, with some of its fields typed anew */
    static Member.Answer submit(Member member, String path, String css, Map<String, String> typed)
    {
        return submit(member, path, css, typed, action -> action);
    }

    /** As the other, but sent to another address than the form names, as the wiki's own script does. */
    static Member.Answer submit(Member member, String path, String css, Map<String, String> typed,
        UnaryOperator<String> address)
    {
        Element form = member.read(path).ok().document().selectFirst(css);
        if (form == null) {
            throw new IllegalStateException("No form " + css + " at " + path);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name]")) {
            switch (field.attr("type")) {
                case "submit", "radio", "checkbox", "file", "button", "image" -> { }
                default -> fields.put(field.attr("name"), field.val());
            }
        }
        fields.putAll(typed);
        String action = form.hasAttr("action") ? form.absUrl("action") : path;
        return member.send("POST", address.apply(action), fields, Map.of());
    }

    /** @return the path of a page that has another name in the same space */
    static String beside(String path, String name)
    {
        return path.replaceFirst("[^/]+/?$", name + (path.endsWith("/") ? "/" : ""));
    }
}
