/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Finds the page that somebody names by its address, as copied from a browser, or by its reference. Other addresses, other
 * wikis, pages that do not exist and pages that the person may not view are all the same: not found.
 */
@Component(roles = PageLinks.class)
@Singleton
public class PageLinks
{
    private static final String PROBE = "A/B";

    private static final String SCHEME = "(?i)^https?:";

    @Inject
    private Provider<Links> links;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<Access> access;

    /**
     * @param reader who names the page
     * @param wiki the wiki
     * @param typed an address of the wiki, with or without scheme and host, or a reference such as {@code Space.Page}
     * @return the page, if it exists in the wiki and the reader may view it
     */
    public Optional<PageId> find(UserId reader, WikiId wiki, String typed)
    {
        String line = PlainText.line(typed);
        return line.isEmpty() || line.length() > PageId.MAXIMUM ? Optional.empty()
            : candidates(wiki, line).stream().filter(page -> page.wiki().equals(wiki))
                .filter(page -> page.toString().length() <= PageId.MAXIMUM && page(reader, page).isPresent()).findFirst();
    }

    /**
     * @param reader the reader
     * @param page a page
     * @return the page as it is now, if it exists and the reader may view it
     */
    public Optional<Page> page(UserId reader, PageId page)
    {
        return this.access.get().has(reader, Right.VIEW, page) ? this.pages.get().load(page) : Optional.empty();
    }

    private List<PageId> candidates(WikiId wiki, String line)
    {
        try {
            return line.startsWith("/") || line.matches("(?i)https?:.*") ? ofAddress(wiki, line) : ofReference(wiki, line);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<PageId> ofReference(WikiId wiki, String line)
    {
        PageId page = PageId.parse(line.startsWith(wiki.value() + ':') ? line : wiki.value() + ':' + line);
        List<String> path = new ArrayList<>(page.space().path());
        path.add(page.name());
        return List.of(page, home(wiki, path));
    }

    private List<PageId> ofAddress(WikiId wiki, String line)
    {
        String path = line.replaceAll("[?#].*$", "").replaceFirst(SCHEME, "");
        String host = this.links.get().absolute("/").replaceFirst(SCHEME, "");
        if (host.startsWith("//") && path.startsWith(host)) {
            path = path.substring(host.length() - 1);
        }
        String view = this.links.get().view(SpaceId.of(wiki, "A").page("B"));
        if (path.startsWith("//") || !view.endsWith(PROBE)
            || !path.startsWith(view.substring(0, view.length() - PROBE.length()))) {
            return List.of();
        }
        List<String> names = Arrays.stream(path.substring(view.length() - PROBE.length()).split("/"))
            .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8)).toList();
        List<PageId> candidates = new ArrayList<>();
        if (names.size() > 1 && !path.endsWith("/")) {
            candidates.add(new PageId(new SpaceId(wiki, names.subList(0, names.size() - 1)), names.get(names.size() - 1)));
        }
        candidates.add(home(wiki, names));
        return candidates;
    }

    private static PageId home(WikiId wiki, List<String> path)
    {
        return new PageId(new SpaceId(wiki, path), PageId.HOME);
    }
}
