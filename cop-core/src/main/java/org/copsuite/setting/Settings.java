/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Settings of a wiki and preferences of its people. Rights are asked by the caller. Read from memory: what another node
 * of a cluster writes is seen within a minute.
 */
@Role
public interface Settings
{
    /**
     * @param wiki the wiki
     * @param name a setting, at most 100 characters, for example {@code community.found}
     * @return its value, if it was set
     */
    Optional<String> get(String wiki, String name);

    /**
     * @param wiki the wiki
     * @param name a setting
     * @param value its value, at most 1,000 characters; {@code null} to forget it
     */
    void set(String wiki, String name, String value);

    /**
     * @param wiki the wiki
     * @param person whose
     * @param name a preference, at most 100 characters
     * @return its value, if it was set
     */
    default Optional<String> preference(String wiki, UserId person, String name)
    {
        return Optional.ofNullable(preferences(wiki, name, List.of(person)).get(person));
    }

    /**
     * @param wiki the wiki
     * @param name a preference
     * @param people whose
     * @return the values of those who have set it
     */
    Map<UserId, String> preferences(String wiki, String name, Collection<UserId> people);

    /**
     * @param wiki the wiki
     * @param name a preference
     * @return the values of all who have set it
     */
    Map<UserId, String> preferences(String wiki, String name);

    /**
     * @param wiki the wiki
     * @param person whose
     * @param name a preference
     * @param value its value, at most 1,000 characters; {@code null} to forget it
     */
    void prefer(String wiki, UserId person, String name, String value);
}
