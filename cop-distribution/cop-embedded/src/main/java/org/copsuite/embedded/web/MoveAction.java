/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.render.PageNames;
import org.copsuite.embedded.store.LargeMoveException;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.StaleVersionException;
import org.xwiki.component.annotation.Component;

/** Moves a page. For the home page of a space, it moves all pages below too. */
@Component
@Named("move")
@Singleton
public class MoveAction extends PageAction
{
    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        if (!may(page)) {
            throw WebException.forbidden();
        }
        String typed = exchange.isPost() ? exchange.parameter("to").strip() : place(page.id());
        if (!exchange.isPost()) {
            form(exchange, page, typed, "", 200);
            return;
        }
        Optional<PageId> to = target(typed, page.id());
        if (to.isEmpty() || typed.length() > 500 || to.get().equals(page.id())) {
            form(exchange, page, typed, text("embedded.move.wrong"), 400);
            return;
        }
        if (!this.guard.may(Right.VIEW, to.get()) || !this.guard.may(Right.EDIT, to.get()) || isRefused(page.id())) {
            form(exchange, page, typed, text("embedded.move.refused"), HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            act(page.id(), to.get());
        } catch (StaleVersionException e) {
            boolean known = this.guard.find(to.get()).isPresent();
            form(exchange, page, typed, text(known ? "embedded.move.taken" : "embedded.move.refused"),
                known ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_FORBIDDEN);
            return;
        } catch (LargeMoveException e) {
            form(exchange, page, typed, text("embedded.move.large", e.getPages(), e.getCharacters()),
                HttpServletResponse.SC_CONFLICT);
            return;
        } catch (IllegalArgumentException e) {
            // The new id itself is short enough, but the id of a page below may become too long.
            form(exchange, page, typed, text("embedded.move.long", PageStore.REFERENCE), HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        this.layout.redirect(exchange, this.links.view(to.get()), done());
    }

    /**
     * @param page the page
     * @return whether the person may perform this action on the page
     */
    protected boolean may(Page page)
    {
        return this.guard.mayMove(page.id()) && !page.id().equals(Layout.MAIN);
    }

    /**
     * Performs the action.
     *
     * @param from the page
     * @param to the new id
     * @throws StaleVersionException if a page exists there, or the page itself no longer exists
     */
    protected void act(PageId from, PageId to) throws StaleVersionException
    {
        if (from.isHome() && from.space().contains(to.space())) {
            throw new StaleVersionException(null);
        }
        this.pages.move(from, to, this.guard.user());
    }

    /**
     * @param from a page for which {@link #may} returned {@code true}
     * @return whether the action is still refused, for a reason that the person may not know
     */
    protected boolean isRefused(PageId from)
    {
        return this.guard.hasHiddenBelow(from);
    }

    /** @return the name of the message on the next page */
    protected String done()
    {
        return "moved";
    }

    /** @return the name of the action, and of its translation keys */
    protected String name()
    {
        return "move";
    }

    private void form(Exchange exchange, Page page, String to, String error, int status) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("to", to);
        values.put("error", error);
        values.put("action", url(page.id(), name()));
        values.put("token", this.requests.token());
        values.put("help", text(page.id().isHome() ? "embedded." + name() + ".help.space" : "embedded.move.help"));
        values.put("button", text("embedded.menu." + name()));
        values.put("back", this.links.view(page.id()));
        this.layout.send(exchange, View.of(text("embedded." + name() + ".title", Layout.title(page)),
            print("move", values), page).with(status));
    }

    private static String place(PageId page)
    {
        return PlaceNames.of(page.isHome() ? page.space() : page.space().child(page.name()));
    }

    /**
     * @return the target that the text names: a home page for a home page, another page otherwise; empty if the text is
     *         invalid
     */
    private static Optional<PageId> target(String typed, PageId page)
    {
        return PageNames.space(typed, page)
            .flatMap(space -> page.isHome() ? Optional.of(space.home()) : PageNames.page(typed, page));
    }
}
