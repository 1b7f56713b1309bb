/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.Map;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;

/** Returns links of the form {@code /bin/view/Space/Page}, unencoded. */
public class TestLinks implements Links
{
    @Override
    public String action(PageId page, String action, Map<String, String> query)
    {
        StringBuilder url = new StringBuilder("/bin/" + action + '/' + String.join("/", page.space().path()));
        url.append('/').append(page.isHome() ? "" : page.name());
        query.forEach((k, v) -> url.append(url.indexOf("?") < 0 ? '?' : '&').append(k).append('=').append(v));
        return url.toString();
    }

    @Override
    public String rest(WikiId wiki, String path)
    {
        return "/rest/wikis/" + wiki + "/cop" + path;
    }

    @Override
    public String signIn()
    {
        return "/bin/login";
    }

    @Override
    public String resource(String path)
    {
        return "/resources/" + path;
    }

    @Override
    public Html use(String path)
    {
        return Html.EMPTY;
    }

    @Override
    public String absolute(String url)
    {
        return "http://localhost" + url;
    }
}
