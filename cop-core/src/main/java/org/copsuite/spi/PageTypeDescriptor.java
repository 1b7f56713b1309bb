/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * Describes the objects on pages of one type, and how people create such pages. A binding registers all that its wiki
 * needs for each descriptor: XWiki's class, the binding of the class to its sheet, and the entry in the dialog that
 * creates pages. The component's hint is the type, as that of its {@link org.copsuite.page.PageType}; a type without one
 * only marks pages, of which neither the ledger nor a projection knows. Bindings read
 * descriptors before the wiki is up, so an implementation injects nothing.
 */
@Role
public interface PageTypeDescriptor
{
    /**
     * @return the type of the page object, in lower case: {@code question}. Pages store it. XWiki names its class
     *         {@code CoP.QuestionClass} and its sheet {@code CoP.QuestionSheet} after it
     */
    String type();

    /** @return the names of the object's properties beside its id, in the order of a form; each is pure text */
    default List<String> properties()
    {
        return List.of();
    }

    /**
     * @return the icon of the entry in the wiki's own dialog that creates pages, of XWiki's icon theme; empty if the
     *         dialog does not offer the type. The texts of the entry are {@code cop.xwiki.template.<type>} and
     *         {@code cop.xwiki.template.<type>.description}
     */
    default Optional<String> templateIcon()
    {
        return Optional.empty();
    }
}
