/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

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
}
