/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.lang.reflect.Type;
import java.util.Map;

import org.copsuite.macro.template.HtmlEscaper;
import org.xwiki.displayer.HTMLDisplayer;
import org.xwiki.displayer.HTMLDisplayerException;

/**
 * The field that XWiki's macro dialog shows for a parameter of one of the suite's macros.
 *
 * @param <T> the type of the parameter in the dialog
 */
abstract class AbstractParameterField<T> implements HTMLDisplayer<T>
{
    private static final String EDIT = "edit";

    @Override
    public String display(Type type, T value) throws HTMLDisplayerException
    {
        return display(type, value, Map.of());
    }

    @Override
    public String display(Type type, T value, Map<String, String> attributes) throws HTMLDisplayerException
    {
        return display(type, value, attributes, "view");
    }

    @Override
    public String display(Type type, T value, Map<String, String> attributes, String mode)
        throws HTMLDisplayerException
    {
        if (!EDIT.equals(mode)) {
            return value == null ? "" : HtmlEscaper.escape(value.toString());
        }
        StringBuilder html = new StringBuilder();
        attributes.forEach((name, text) -> html.append(attribute(name, text)));
        return field(type, html.toString());
    }

    /**
     * @param type the type of the parameter in the dialog
     * @param attributes the HTML attributes that the field must have, with a leading space
     * @return the HTML of the field, into which the dialog puts the value
     * @throws HTMLDisplayerException if the field cannot be created; the dialog then shows a plain field
     */
    abstract String field(Type type, String attributes) throws HTMLDisplayerException;

    static String attribute(String name, String value)
    {
        return ' ' + HtmlEscaper.escape(name) + "=\"" + HtmlEscaper.escape(value) + '"';
    }
}
