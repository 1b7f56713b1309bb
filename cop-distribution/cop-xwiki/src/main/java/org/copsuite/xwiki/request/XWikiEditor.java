/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import com.xpn.xwiki.doc.XWikiDocument;

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

    /** What XWiki does when it shows a page to be read. */
    private static final Set<String> ACTIONS = Set.of("view", "admin");

    /** Where the context says that an editor is being shown. */
    private static final String SHOWING = XWikiEditor.class.getName();

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

    @Override
    public Html field(Field field)
    {
        XWikiContext context = this.wiki.current().filter(current -> hasRoom(current, field)).orElse(null);
        Editor<SyntaxContent> editor =
            context == null ? null : this.editors.get().getDefaultEditor(SyntaxContent.class);
        if (editor == null || !WYSIWYG.equalsIgnoreCase(editor.getDescriptor().getCategory())) {
            return area(field);
        }
        try {
            return new Html(render(editor, field, context).replaceFirst("<textarea(?=\\s)", NO_UPLOAD));
        } catch (EditException e) {
            this.logger.warn("The editor [{}] could not be shown; a text area is.", editor.getDescriptor().getId(), e);
            return area(field);
        }
    }

    /**
     * There is room for an editor on a page that is read. Where XWiki shows a page in its own editor, or we show a text
     * in one, the macros in it would each start another one, and that would show the page again.
     */
    private static boolean hasRoom(XWikiContext context, Field field)
    {
        return context.getRequest() != null && !Boolean.TRUE.equals(context.get(SHOWING))
            && (context.getDoc() == null ? field.page() != null : ACTIONS.contains(String.valueOf(context.getAction())));
    }

    /** Prints it with a page in the context: that which is asked for, or in a fragment the page of the text. */
    private String render(Editor<SyntaxContent> editor, Field field, XWikiContext context) throws EditException
    {
        XWikiDocument asked = context.getDoc();
        context.put(SHOWING, Boolean.TRUE);
        try {
            if (asked == null) {
                context.setDoc(this.wiki.in(field.page().wiki(), "Showing the editor",
                    current -> current.getWiki().getDocument(Names.reference(field.page()), current)));
            }
            return editor.render(new SyntaxContent(field.text(), Syntax.XWIKI_2_1), parameters(field));
        } finally {
            context.setDoc(asked);
            context.put(SHOWING, Boolean.FALSE);
        }
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
