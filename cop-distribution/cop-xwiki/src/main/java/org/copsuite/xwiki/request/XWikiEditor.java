/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.wiki.Html;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.edit.EditException;
import org.xwiki.edit.Editor;
import org.xwiki.edit.EditorManager;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.syntax.SyntaxContent;
import org.xwiki.wysiwyg.converter.HTMLConverter;

import com.xpn.xwiki.XWikiContext;

/**
 * The editor that the wiki or the person prefers. XWiki's visual editor is shown by a page of the wiki, so a fragment
 * is printed as if its text's page were asked for. It posts HTML, which XWiki converts on its own pages only, so it is
 * converted here.
 */
@Component
@Singleton
public class XWikiEditor implements org.copsuite.wiki.Editor
{
    /** What an editor that posts HTML adds to the form: the name of the field. */
    private static final String CONVERSION = "RequiresHTMLConversion";

    private static final String WYSIWYG = "wysiwyg";

    /** The editor's own upload waits for XWiki's own save of the page: files of a post go our way. */
    private static final String NO_UPLOAD = "<textarea data-upload-disabled=\"true\"";

    private static final int LEAST_ROWS = 3;

    private static final int MOST_ROWS = 60;

    @Inject
    private Provider<EditorManager> editors;

    @Inject
    private Provider<HTMLConverter> converter;

    @Inject
    private WikiContext wiki;

    @Inject
    private Logger logger;

    /** Prints an editor. */
    @FunctionalInterface
    private interface Rendering
    {
        String html() throws EditException;
    }

    @Override
    public Html field(Field field)
    {
        boolean onPage = this.wiki.current().filter(context -> context.getRequest() != null)
            .filter(context -> context.getDoc() != null || field.page() != null).isPresent();
        Editor<SyntaxContent> editor = onPage ? this.editors.get().getDefaultEditor(SyntaxContent.class) : null;
        if (editor == null || !WYSIWYG.equalsIgnoreCase(editor.getDescriptor().getCategory())) {
            return area(field);
        }
        try {
            String html = onPage(field, () -> editor.render(new SyntaxContent(field.text(), Syntax.XWIKI_2_1),
                parameters(field)));
            return new Html(html.replaceFirst("<textarea(?=\\s)", NO_UPLOAD));
        } catch (EditException e) {
            this.logger.warn("The editor [{}] could not be shown; a text area is.", editor.getDescriptor().getId(), e);
            return area(field);
        }
    }

    /** Does it with a page in the context: that which is asked for, or in a fragment the page of the text. */
    private String onPage(Field field, Rendering rendering) throws EditException
    {
        XWikiContext current = this.wiki.current().orElseThrow();
        if (current.getDoc() != null) {
            return rendering.html();
        }
        return this.wiki.in(field.page().wiki(), "Showing the editor", context -> {
            context.setDoc(context.getWiki().getDocument(Names.reference(field.page()), context));
            try {
                return rendering.html();
            } finally {
                context.setDoc(null);
            }
        });
    }

    private static Map<String, Object> parameters(Field field)
    {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", field.id());
        parameters.put("name", field.name());
        parameters.put("rows", rows(field));
        // What members write is restricted: the editor shows it so.
        parameters.put("restricted", true);
        if (field.page() != null) {
            // Files and links are named relative to it.
            parameters.put("sourceDocumentReference", Names.reference(field.page()));
        }
        return parameters;
    }

    private static int rows(Field field)
    {
        return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, field.rows()));
    }

    private static Html area(Field field)
    {
        StringBuilder html = new StringBuilder("<textarea class=\"cop-editor\"");
        attribute(html, "id", field.id());
        attribute(html, "name", field.name());
        attribute(html, "rows", String.valueOf(rows(field)));
        attribute(html, "maxlength", String.valueOf(field.maximum()));
        if (field.describedBy() != null) {
            attribute(html, "aria-describedby", field.describedBy());
        }
        if (field.required()) {
            html.append(" required");
        }
        // A browser takes away a line break that follows the tag.
        html.append(">\n").append(HtmlEscaper.escape(field.text())).append("</textarea>");
        return new Html(html.toString());
    }

    private static void attribute(StringBuilder html, String name, String value)
    {
        html.append(' ').append(name).append("=\"").append(HtmlEscaper.escape(value)).append('"');
    }

    @Override
    public Optional<String> text(String name, String value, Map<String, String> others)
    {
        String posted = value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n');
        if (!name.equals(others.get(CONVERSION))) {
            return Optional.of(posted);
        }
        try {
            return Optional.ofNullable(this.converter.get().fromHTML(posted, Syntax.XWIKI_2_1.toIdString()));
        } catch (RuntimeException e) {
            // The sender gets the text back with a sentence; what it holds is not logged.
            this.logger.warn("HTML from an editor could not be converted: {}", e.getClass().getName());
            return Optional.empty();
        }
    }
}
