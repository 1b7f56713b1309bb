/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.embedded.render.PageUrls;
import org.copsuite.macro.template.Templates;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/**
 * An editor that consists of a text area. Where scripts run, {@code wiki.js} adds a toolbar and a preview to it on
 * every page.
 */
@Component(roles = {Editor.class, TextareaEditor.class})
@Singleton
public class TextareaEditor implements Editor
{
    private static final List<String> LABELS = List.of("bold", "italic", "link", "list", "numbers", "code", "quote",
        "image", "heading", "write", "preview", "loading", "failed", "empty", "toolbar");

    @Inject
    private Provider<Templates> templates;

    @Inject
    private Texts texts;

    @Inject
    private Requests requests;

    @Override
    public Html field(Field field)
    {
        return field(field, "text");
    }

    /**
     * @param field the field to print
     * @param kind {@code text} for the text of members, {@code page} for the content of a page
     * @return the field as HTML
     */
    Html field(Field field, String kind)
    {
        Map<String, Object> values = new HashMap<>();
        PageId page = field.page() == null ? Layout.MAIN : field.page();
        values.put("field", field);
        values.put("rows", Math.max(3, Math.min(60, field.rows())));
        values.put("preview", PageUrls.of(page, "preview", Map.of("kind", kind)));
        Map<String, String> labels = new LinkedHashMap<>();
        LABELS.forEach(label -> labels.put(label,
            this.texts.text(this.requests.locale(), "embedded.editor." + label)));
        values.put("labels", labels);
        return this.templates.get().render("embedded/editor", values);
    }

    @Override
    public Optional<String> text(String name, String value, Map<String, String> others)
    {
        return Optional.of(value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n'));
    }
}
