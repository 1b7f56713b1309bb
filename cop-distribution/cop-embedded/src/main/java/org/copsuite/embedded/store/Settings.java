/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** What an administrator has set, and what the wiki must remember about itself. Kept in memory, read at no cost. */
@Role
public interface Settings
{
    /** The name of the wiki, shown in the head of each page. */
    String WIKI_NAME = "wiki.name";

    /** The language of who has chosen none, a language tag. */
    String LOCALE = "wiki.locale";

    /** The largest attachment in bytes. */
    String ATTACHMENT_SIZE = "attachment.size";

    /**
     * @param name a setting, at most 190 characters
     * @return its value, if it was set
     */
    Optional<String> get(String name);

    /**
     * @param name a setting
     * @param value its value, {@code null} to forget it
     */
    void set(String name, String value);
}
