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
 * Shows the editor that the wiki or the person prefers. XWiki's visual editor needs a page in XWiki's context, so in a
 * fragment the page of the text is set there. The editor posts HTML, which XWiki converts only on its own pages, so
 * this class converts it.
 */
@Component
@Singleton
public class XWikiEditor implements org.copsuite.wiki.Editor
{
    /** The request parameter that an editor posting HTML adds to the form. Its value is the name of the field. */
    private static final String CONVERSION = "RequiresHTMLConversion";

    private static final String WYSIWYG = "wysiwyg";

    /**
     * Disables the editor's own upload, which attaches files when XWiki saves the page. The suite uploads the files of
     * posts itself.
     */
    private static final String NO_UPLOAD = "<textarea data-upload-disabled=\"true\"";

    /** XWiki's actions that show a page to be read. */
    private static final Set<String> ACTIONS = Set.of("view", "admin");

    /** The key in XWiki's context that marks that an editor is being rendered. */
    private static final String RENDERING = XWikiEditor.class.getName();

    private static final int MINIMUM_ROWS = 3;

    private static final int MAXIMUM_ROWS = 60;

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
        XWikiContext context = this.wiki.current().filter(current -> isEditable(current, field)).orElse(null);
        Editor<SyntaxContent> editor =
            context == null ? null : this.editors.get().getDefaultEditor(SyntaxContent.class);
        if (editor == null || !WYSIWYG.equalsIgnoreCase(editor.getDescriptor().getCategory())) {
            return area(field);
        }
        try {
            return new Html(render(editor, field, context).replaceFirst("<textarea(?=\\s)", NO_UPLOAD));
        } catch (EditException e) {
            this.logger.warn("Failed to render the editor [{}]; showing a text area instead.",
                editor.getDescriptor().getId(), e);
            return area(field);
        }
    }

    /**
     * Returns whether a visual editor can be rendered: only on a page that is being read. In XWiki's own editor of a
     * page, or in one of the suite's editors, macros in the text would each start another editor, which would render
     * the page again.
     */
    private static boolean isEditable(XWikiContext context, Field field)
    {
        return context.getRequest() != null && !Boolean.TRUE.equals(context.get(RENDERING))
            && (context.getDoc() == null ? field.page() != null
                : ACTIONS.contains(String.valueOf(context.getAction())));
    }

    /** Renders the editor with a page in the context: the requested one, or in a fragment the page of the text. */
    private String render(Editor<SyntaxContent> editor, Field field, XWikiContext context) throws EditException
    {
        XWikiDocument requested = context.getDoc();
        context.put(RENDERING, Boolean.TRUE);
        try {
            if (requested == null) {
                context.setDoc(this.wiki.in(field.page().wiki(), "Showing the editor",
                    current -> current.getWiki().getDocument(Names.reference(field.page()), current)));
            }
            return editor.render(new SyntaxContent(field.text(), Syntax.XWIKI_2_1), parameters(field));
        } finally {
            context.setDoc(requested);
            context.put(RENDERING, Boolean.FALSE);
        }
    }

    private static Map<String, Object> parameters(Field field)
    {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", field.id());
        parameters.put("name", field.name());
        parameters.put("rows", rows(field));
        // Texts of members are restricted, and the editor renders them accordingly.
        parameters.put("restricted", true);
        if (field.page() != null) {
            // The editor resolves files and links relative to this page.
            parameters.put("sourceDocumentReference", Names.reference(field.page()));
        }
        return parameters;
    }

    private static int rows(Field field)
    {
        return Math.max(MINIMUM_ROWS, Math.min(MAXIMUM_ROWS, field.rows()));
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
        // Browsers drop a line break that follows the tag.
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
            // The sender gets the text back with a message. Its content is not logged.
            this.logger.warn("Failed to convert the HTML of an editor: {}", e.getClass().getName());
            return Optional.empty();
        }
    }
}
