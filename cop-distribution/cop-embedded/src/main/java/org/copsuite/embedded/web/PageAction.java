/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;

import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Requests;

/** What the actions on pages have in common. */
abstract class PageAction implements Action
{
    @Inject
    protected Layout layout;

    @Inject
    protected Guard guard;

    @Inject
    protected Pages pages;

    @Inject
    protected PageStore store;

    @Inject
    protected Links links;

    @Inject
    protected Requests requests;

    /**
     * @param exchange the exchange
     * @return the page that the URL names
     */
    protected PageId id(Exchange exchange)
    {
        return exchange.page().orElse(Layout.MAIN);
    }

    /**
     * @param exchange the exchange
     * @return the page as it is now, which the person may view
     * @throws WebException 404 if there is none or the person may not view it; {@link MovedException} if it was moved to
     *             where the person may view it
     */
    protected Page viewable(Exchange exchange) throws WebException
    {
        return viewable(id(exchange));
    }

    /**
     * @param id a page
     * @return the page as it is now, which the person may view
     * @throws WebException as {@link #viewable(Exchange)}
     */
    protected Page viewable(PageId id) throws WebException
    {
        Optional<Page> page = this.guard.find(id);
        if (page.isEmpty()) {
            throw this.guard.moved(id).<WebException>map(MovedException::new).orElseGet(WebException::notFound);
        }
        return page.get();
    }

    /**
     * @param page a page
     * @param version the name of a version
     * @return that version
     * @throws WebException if there is none
     */
    protected Page version(PageId page, String version) throws WebException
    {
        if (!version.matches("[0-9.]{1,20}")) {
            throw WebException.notFound();
        }
        return this.pages.load(page, version).orElseThrow(WebException::notFound);
    }

    /**
     * @param page a page
     * @param action an action
     * @return its URL
     */
    protected String url(PageId page, String action)
    {
        return this.links.action(page, action, Map.of());
    }

    /**
     * @param template a template
     * @param values what it prints
     * @return the HTML
     */
    protected Html print(String template, Map<String, ?> values)
    {
        return this.layout.print(template, values);
    }

    /**
     * @param key a translation key
     * @param arguments its arguments
     * @return the message
     */
    protected String text(String key, Object... arguments)
    {
        return this.layout.text(key, arguments);
    }
}
