/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.util.Map;

import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Prints templates. A template lies on the class path at {@code org/copsuite/templates/<name>.vm}.
 * <p>
 * Every reference is printed escaped for HTML text and quoted attributes; only a value of type {@link Html} is printed
 * as it is. A string put together within a template's double quotes holds its references escaped already, so texts are
 * handed over as arguments and not glued together. A reference to nothing is an error; where nothing may stand,
 * {@code $!reference} prints the empty string. The accessors of records are properties: {@code $question.title}.
 * <p>
 * Besides what it is given, each template sees {@code $text} ({@link TextTool}) and {@code $links}
 * ({@link org.copsuite.wiki.Links}).
 */
@Role
public interface Templates
{
    /**
     * @param name the template, for example {@code question/page}
     * @param values what it prints, by name
     * @return the HTML
     * @throws IllegalStateException if there is no such template or it refers to what was not handed over: a mistake of
     *             the programmer's
     */
    Html render(String name, Map<String, ?> values);
}
