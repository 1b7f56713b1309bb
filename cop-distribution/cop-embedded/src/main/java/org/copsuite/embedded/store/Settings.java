/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * The settings of administrators, and values that the wiki stores about itself. Cached in memory: reading executes no
 * statement.
 */
@Role
public interface Settings
{
    /** The name of the wiki, shown in the header of each page. */
    String WIKI_NAME = "wiki.name";

    /** The default language, a language tag. */
    String LOCALE = "wiki.locale";

    /** The maximum size of an attachment in bytes. */
    String ATTACHMENT_SIZE = "attachment.size";

    /**
     * @param name a setting, at most 190 characters
     * @return its value, if it is set
     */
    Optional<String> get(String name);

    /**
     * @param name a setting, at most 190 characters
     * @param value its value, or {@code null} to remove it
     */
    void set(String name, String value);
}
