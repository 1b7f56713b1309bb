/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Prints templates. A template is a resource on the class path at {@code org/copsuite/templates/<name>.vm}.
 * <p>
 * Every reference is escaped for HTML text and quoted attributes; only a value of type {@link Html} is printed as it
 * is. A string literal in a template's double quotes contains its references already escaped, so a template passes
 * texts as arguments instead of concatenating them. A reference without a value is an error; {@code $!reference} prints
 * the empty string instead. The accessors of records are properties: {@code $question.title}.
 * <p>
 * Besides its values, each template gets {@code $text} ({@link TextTool}) and {@code $links}
 * ({@link org.copsuite.wiki.Links}).
 */
@Role
public interface Templates
{
    /**
     * @param name the name of the template, for example {@code question/page}
     * @param values the values of its references, by name
     * @return the HTML
     * @throws IllegalStateException if there is no such template, or it refers to a missing value: a programming error
     */
    Html render(String name, Map<String, ?> values);

    /**
     * Prints a template once for each of some items, which costs less than as many calls of {@link #render}.
     *
     * @param name the name of the template
     * @param values the values of its references, by name
     * @param each the name of the reference to the item
     * @param items the items
     * @return the HTML of each item, in their order
     * @throws IllegalStateException as {@link #render}
     */
    List<Html> renderEach(String name, Map<String, ?> values, String each, Collection<?> items);
}
