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

/** Common parts of the actions on pages. */
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
     * @return the id of the page that the URL names
     */
    protected PageId id(Exchange exchange)
    {
        return exchange.page().orElse(Layout.MAIN);
    }

    /**
     * @param exchange the exchange
     * @return the current version of the page
     * @throws WebException with status 404 if the page does not exist or the person may not view it; a
     *            {@link MovedException} if it was moved and the person may view it at its new id
     */
    protected Page viewable(Exchange exchange) throws WebException
    {
        return viewable(id(exchange));
    }

    /**
     * @param id the id of a page
     * @return the current version of the page
     * @throws WebException as in {@link #viewable(Exchange)}
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
     * @param page the id of a page
     * @param version the number of a version
     * @return that version of the page
     * @throws WebException with status 404 if it does not exist
     */
    protected Page version(PageId page, String version) throws WebException
    {
        if (!version.matches("[0-9.]{1,20}")) {
            throw WebException.notFound();
        }
        return this.pages.load(page, version).orElseThrow(WebException::notFound);
    }

    /**
     * @param page the id of a page
     * @param action the name of an action
     * @return the URL of the action
     */
    protected String url(PageId page, String action)
    {
        return this.links.action(page, action, Map.of());
    }

    /**
     * @param template the name of the template below {@code embedded/}
     * @param values the values for the template
     * @return the HTML
     */
    protected Html print(String template, Map<String, ?> values)
    {
        return this.layout.print(template, values);
    }

    /**
     * @param key a translation key
     * @param arguments the arguments of the message
     * @return the message in the reader's language
     */
    protected String text(String key, Object... arguments)
    {
        return this.layout.text(key, arguments);
    }
}
