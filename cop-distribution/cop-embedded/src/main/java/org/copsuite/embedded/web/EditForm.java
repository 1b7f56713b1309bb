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

/** The form in which a page is written, with what was typed so far. */
@Component(roles = EditForm.class)
@Singleton
public class EditForm
{
    /** The longest title. */
    static final int TITLE = 250;

    /** The longest content. */
    static final int CONTENT = 1_000_000;

    /** The longest comment on an edit. */
    static final int COMMENT = 250;

    /** The field of a form whose text was begun from a page that is gone. */
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
     * What was typed.
     *
     * @param title the title
     * @param content the content
     * @param comment why
     * @param minor whether it is a minor edit
     * @param version the version that it started from, empty for a new page
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
     * @param exchange the exchange
     * @param id the page that is written
     * @param existing the page as it is now, or {@code null}
     * @param typed what was typed so far
     * @param more what else the template prints: {@code error}, {@code preview}, {@code conflict}
     * @param status the HTTP status
     * @throws IOException if the browser has gone
     */
    void show(Exchange exchange, PageId id, Page existing, Typed typed, Map<String, ?> more, int status)
        throws IOException
    {
        // The preview of a macro of the suite, which comes alone, needs its style; its forms stay without a script.
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
     * @param typed what was typed
     * @return how it will look
     */
    Html preview(PageId id, Typed typed)
    {
        return this.renderer.preview(typed.content(), id);
    }
}
