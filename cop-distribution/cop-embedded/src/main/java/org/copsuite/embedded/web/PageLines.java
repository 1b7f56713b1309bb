/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageLine;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prepares pages for the lists of the wiki. */
@Component(roles = PageLines.class)
@Singleton
public class PageLines
{
    @Inject
    private Links links;

    @Inject
    private People people;

    @Inject
    private Pages pages;

    @Inject
    private Excerpts excerpts;

    /**
     * A page in a list.
     *
     * @param line the page
     * @param title the title, never empty
     * @param url the URL that shows the page
     * @param place the name of the space that contains it
     * @param author the name of the person who saved it last, may be empty
     * @param excerpt the text around searched words, may be empty
     */
    public record Shown(PageLine line, String title, String url, String place, String author, Html excerpt)
    {
    }

    /**
     * @param lines pages that the reader may view
     * @return the pages in the same order, without excerpts
     */
    List<Shown> of(List<PageLine> lines)
    {
        return of(lines, line -> Html.EMPTY);
    }

    /**
     * @param lines pages that the reader may view
     * @param words the searched words, in lower case
     * @return the pages in the same order, each with an excerpt of its text
     */
    List<Shown> found(List<PageLine> lines, List<String> words)
    {
        return of(lines, line -> this.pages.load(line.id()).map(page -> this.excerpts.of(page.content(), words))
            .orElse(Html.EMPTY));
    }

    private List<Shown> of(List<PageLine> lines, Function<PageLine, Html> excerpt)
    {
        Map<UserId, Person> authors = this.people.find(lines.stream().map(PageLine::author).distinct().toList());
        return lines.stream().map(line -> new Shown(line,
            Layout.title(line.id(), line.title()), this.links.view(line.id()),
            place(line.id()), authors.containsKey(line.author()) ? authors.get(line.author()).name() : "", excerpt.apply(line)))
            .toList();
    }

    private static String place(PageId page)
    {
        return PlaceNames.of(page.isHome() ? page.space().parent() : page.space());
    }
}
