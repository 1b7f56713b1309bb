/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageLine;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Pages as lists show them. */
@Component(roles = PageLines.class)
@Singleton
public class PageLines
{
    @Inject
    private Links links;

    @Inject
    private People people;

    /**
     * A page as it is listed.
     *
     * @param line the page
     * @param title its title, never empty
     * @param url where it is viewed
     * @param place the space it lies in
     * @param author who saved it last, may be empty
     */
    public record Shown(PageLine line, String title, String url, String place, String author)
    {
    }

    /**
     * @param lines pages that the reader may view
     * @return the same as they are shown
     */
    List<Shown> of(List<PageLine> lines)
    {
        Map<UserId, Person> authors = this.people.find(lines.stream().map(PageLine::author).distinct().toList());
        return lines.stream().map(line -> new Shown(line,
            line.title().isBlank() ? Layout.name(line.id()) : line.title(), this.links.view(line.id()),
            place(line.id()), authors.containsKey(line.author()) ? authors.get(line.author()).name() : "")).toList();
    }

    private static String place(PageId page)
    {
        return PlaceNames.of(page.isHome() ? page.space().parent() : page.space());
    }
}
