/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;

/** Prints the editor of a page, with the values submitted so far. */
@Component(roles = EditForm.class)
@Singleton
public class EditForm
{
    /** The maximum length of a title, in characters. */
    static final int TITLE = 250;

    /** The maximum length of the content, in characters. */
    static final int CONTENT = 1_000_000;

    /** The maximum length of the comment on an edit, in characters. */
    static final int COMMENT = 250;

    /** The name of the form field that is set if the page was deleted while it was edited. */
    static final String AGAIN = "again";

    private static final int ROWS = 24;

    @Inject
    private Layout layout;

    @Inject
    private Links links;

    @Inject
    private Requests requests;

    @Inject
    private TextareaEditor editor;

    @Inject
    private MacroList macros;

    @Inject
    private PageRenderer renderer;

    /**
     * The submitted values.
     *
     * @param title the title
     * @param content the content
     * @param comment the comment on the edit
     * @param minor whether the edit is minor
     * @param version the version that the edit is based on, empty for a new page
     */
    public record Typed(String title, String content, String comment, boolean minor, String version)
    {
        static Typed of(Page page)
        {
            return new Typed(PlainText.undirected(page.title()), page.content(), "", false, page.version());
        }

        static Typed of(Exchange exchange)
        {
            return new Typed(
                PlainText.undirected(exchange.parameter("title").replaceAll("[\\p{Cntrl}]+", " ")).strip(),
                exchange.parameter("content").replace("\r\n", "\n"), exchange.parameter("comment").strip(),
                !exchange.parameter("minor").isEmpty(), exchange.parameter("version"));
        }
    }

    /**
     * Sends the form.
     *
     * @param exchange the exchange
     * @param id the page that is edited
     * @param existing the current page, {@code null} for a new one
     * @param typed the values submitted so far
     * @param more further values for the template: {@code error}, {@code preview}, {@code conflict}
     * @param status the HTTP status
     * @throws IOException if the browser has disconnected
     */
    void show(Exchange exchange, PageId id, Page existing, Typed typed, Map<String, ?> more, int status)
        throws IOException
    {
        // wiki.js inserts the preview of a macro as a fragment, so its style sheet must be loaded already. Forms in the
        // preview run no script.
        this.links.use("cop.css");
        Map<String, Object> values = new HashMap<>();
        values.put("error", "");
        values.put("preview", null);
        values.put("conflict", null);
        values.put(AGAIN, !exchange.parameter(AGAIN).isEmpty());
        values.putAll(more);
        values.put("typed", typed);
        values.put("save", this.links.action(id, "save", Map.of()));
        values.put("cancel", existing == null ? this.links.view(id.space().home()) : this.links.view(id));
        values.put("token", this.requests.token());
        values.put("titleLength", TITLE);
        values.put("commentLength", COMMENT);
        values.put("field", this.editor.field(new Editor.Field("wiki-content", "content", typed.content(), ROWS,
            CONTENT, id, false, null), "page"));
        values.put("macros", this.macros.list());
        String title = existing == null ? this.layout.text("embedded.edit.new", Layout.name(id))
            : this.layout.text("embedded.edit.title", Layout.title(existing));
        this.layout.send(exchange, View.of(title, this.layout.print("edit", values), existing).with(status));
    }

    /**
     * @param id the page
     * @param typed the submitted values
     * @return the rendered content
     */
    Html preview(PageId id, Typed typed)
    {
        return this.renderer.preview(typed.content(), id);
    }
}
