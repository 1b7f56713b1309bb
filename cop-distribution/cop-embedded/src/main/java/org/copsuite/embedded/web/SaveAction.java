/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.Clean;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.StaleVersionException;
import org.xwiki.component.annotation.Component;

/**
 * Writes what was typed, or shows how it will look. Where somebody else was faster, both texts are shown, and one that
 * holds what both did.
 */
@Component
@Named("save")
@Singleton
public class SaveAction extends EditAction
{
    @Inject
    private EditForm form;

    @Inject
    private People people;

    /**
     * What a conflict shows.
     *
     * @param author who was faster
     * @param at when
     * @param mine what the person wrote
     * @param theirs what stands there now
     * @param clean whether the two could be put together
     * @param lines what differs between the two
     */
    public record Conflict(String author, Instant at, String mine, String theirs, boolean clean,
        List<LineDiff.Line> lines)
    {
    }

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        if (!exchange.isPost()) {
            throw WebException.notFound();
        }
        PageId id = id(exchange);
        Page page = writable(id).orElse(null);
        EditForm.Typed typed = EditForm.Typed.of(exchange);
        String wrong = check(typed);
        if (!wrong.isEmpty()) {
            this.form.show(exchange, id, page, typed, Map.of("error", wrong), 400);
        } else if ("preview".equals(exchange.parameter("do"))) {
            this.form.show(exchange, id, page, typed, Map.of("preview", this.form.preview(id, typed)), 200);
        } else if (page == null && !mayCreate(id)) {
            this.form.show(exchange, id, null, typed, Map.of("error", text("embedded.edit.refused")),
                HttpServletResponse.SC_FORBIDDEN);
        } else {
            save(exchange, id, typed);
        }
    }

    /**
     * Shows the form once more, with what was typed and a new token, where the token was that of an older session.
     *
     * @param exchange the exchange
     * @throws WebException if the person may not write there (any more)
     * @throws IOException if the browser has gone
     */
    void again(Exchange exchange) throws WebException, IOException
    {
        PageId id = id(exchange);
        this.form.show(exchange, id, writable(id).orElse(null), EditForm.Typed.of(exchange),
            Map.of("error", text("embedded.edit.token")), 403);
    }

    private String check(EditForm.Typed typed)
    {
        if (typed.title().length() > EditForm.TITLE) {
            return text("embedded.edit.title.long", EditForm.TITLE);
        }
        return typed.content().length() > EditForm.CONTENT ? text("embedded.edit.content.long", EditForm.CONTENT) : "";
    }

    private void save(Exchange exchange, PageId id, EditForm.Typed typed) throws IOException
    {
        String comment = Clean.shorten(typed.comment(), EditForm.COMMENT);
        String expected = typed.version().isEmpty() ? null : typed.version();
        try {
            PageEdit edit = new PageEdit(id, typed.title(), typed.content(), this.guard.user(), null, comment,
                typed.minor(), expected);
            if (expected == null && !exchange.parameter(EditForm.AGAIN).isEmpty()) {
                this.store.recreate(edit);
            } else {
                this.store.edit(edit);
            }
            this.layout.redirect(exchange, this.links.view(id), expected == null ? "created" : "saved");
        } catch (StaleVersionException e) {
            conflict(exchange, id, typed, e.getCurrent());
        }
    }

    private void conflict(Exchange exchange, PageId id, EditForm.Typed typed, Optional<Page> current)
        throws IOException
    {
        if (current.isEmpty()) {
            EditForm.Typed anew =
                new EditForm.Typed(typed.title(), typed.content(), typed.comment(), typed.minor(), "");
            this.form.show(exchange, id, null, anew, Map.of("error", text("embedded.conflict.gone"), EditForm.AGAIN, true),
                HttpServletResponse.SC_CONFLICT);
            return;
        }
        Page now = current.get();
        String base = typed.version().matches("[0-9.]{1,20}")
            ? this.pages.load(id, typed.version()).map(Page::content).orElse("") : "";
        LineDiff.Merged merged = LineDiff.merge(base, typed.content(), now.content());
        EditForm.Typed both =
            new EditForm.Typed(typed.title(), merged.text(), typed.comment(), typed.minor(), now.version());
        String author = this.people.find(now.author()).map(Person::name).orElse(text("embedded.somebody"));
        Conflict conflict = new Conflict(author, now.updated(), typed.content(), now.content(), merged.clean(),
            LineDiff.compare(now.content(), typed.content()));
        this.form.show(exchange, id, now, both, Map.of("conflict", conflict), HttpServletResponse.SC_CONFLICT);
    }
}
