/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Map;

import org.xwiki.component.annotation.Role;

/** URLs. All are encoded, host-relative unless stated otherwise, and must still be escaped for HTML. */
@Role
public interface Links
{
    /**
     * @param page the page
     * @return the URL that views it
     */
    default String view(PageId page)
    {
        return action(page, "view", Map.of());
    }

    /**
     * @param page the page
     * @param action {@code view}, {@code edit}, {@code delete}, {@code history}, {@code upload} ...
     * @param query parameters, encoded here
     * @return the URL of the action
     */
    String action(PageId page, String action, Map<String, String> query);

    /**
     * @param wiki the wiki
     * @param path a path below {@code /rest/wikis/{wiki}/cop}, with encoded segments, starting with a slash
     * @return the URL of the resource
     */
    String rest(WikiId wiki, String path);

    /**
     * The address of a REST path for programs that post a form without session and form token, such as mail programs: the
     * path itself carries a seal.
     *
     * @param wiki the wiki
     * @param path a path below {@code /rest/wikis/{wiki}/cop}, with encoded segments, starting with a slash
     * @return where it answers to GET and POST
     */
    default String sealed(WikiId wiki, String path)
    {
        return rest(wiki, path);
    }

    /** @return where one signs in and then comes back to the page shown now */
    String signIn();

    /**
     * @param path a file of the suite's webjar, for example {@code cop.css}
     * @return its URL, which changes with its version
     */
    String resource(String path);

    /**
     * Adds a style sheet ({@code .css}) or an ES module ({@code .js}) of the suite's webjar to the page that is being
     * rendered; does nothing outside of a page.
     *
     * @param path a file of the suite's webjar
     * @return the element that loads the file, to be printed beside what needs it; empty if the wiki adds it to the
     *         head of the page. A browser runs a module once, however often it is named
     */
    Html use(String path);

    /**
     * @param url a host-relative URL
     * @return the URL with scheme and host, for mails, feeds and machines
     */
    String absolute(String url);
}
