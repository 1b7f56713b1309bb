/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** XWiki's own REST interface to pages and their objects, by which all may be tried that a member's rights allow. */
final class XWikiRest
{
    private static final ObjectMapper JSON = new ObjectMapper();

    private XWikiRest()
    {
    }

    /** @return the path of a page, named by its spaces from outside inwards and its own name */
    static String page(List<String> names)
    {
        int last = names.size() - 1;
        return "/rest/wikis/xwiki" + names.subList(0, last).stream().map(name -> "/spaces/" + name)
            .collect(Collectors.joining()) + "/pages/" + names.get(last);
    }

    /** Writes a page. */
    static Member.Answer putPage(Member member, String page, String title, String content)
    {
        ObjectNode json = JSON.createObjectNode().put("title", title).put("content", content);
        return member.sendJson("PUT", page, json.toString(), Map.of());
    }

    /** Puts an object on a page; the answer names its address as the location. */
    static Member.Answer addObject(Member member, String page, String type, Map<String, String> properties)
    {
        ObjectNode object = JSON.createObjectNode().put("className", type);
        properties.forEach((name, value) ->
            object.withArray("properties").addObject().put("name", name).put("value", value));
        return member.sendJson("POST", page + "/objects", object.toString(), Map.of("Accept", "application/json"));
    }
}
