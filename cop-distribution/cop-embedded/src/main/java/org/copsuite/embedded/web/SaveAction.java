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

/** Saves a page or shows its preview. On a conflict with another author it shows both texts and their merge. */
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
     * The data of a conflict.
     *
     * @param author the name of the person who saved the other version
     * @param at the time of that version
     * @param mine the content that the person submitted
     * @param theirs the current content of the page
     * @param clean whether the two were merged without overlapping changes
     * @param lines the differences between the two
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
     * Shows the form again with the submitted values and a new token, after the token of an old session was refused.
     *
     * @param exchange the exchange
     * @throws WebException if the person may not, or no longer, edit the page
     * @throws IOException if the browser has disconnected
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
            EditForm.Typed recreated =
                new EditForm.Typed(typed.title(), typed.content(), typed.comment(), typed.minor(), "");
            this.form.show(exchange, id, null, recreated,
                Map.of("error", text("embedded.conflict.gone"), EditForm.AGAIN, true), HttpServletResponse.SC_CONFLICT);
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
