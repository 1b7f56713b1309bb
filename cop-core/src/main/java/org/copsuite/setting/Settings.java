/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Settings of a wiki and preferences of its people. Does not check permissions; the caller does. Cached in memory: a
 * write on another node of a cluster is seen within a minute.
 */
@Role
public interface Settings
{
    /**
     * @param wiki the wiki
     * @param name the name of a setting, at most 100 characters, for example {@code community.found}
     * @return its value, if it was set
     */
    Optional<String> get(String wiki, String name);

    /**
     * @param wiki the wiki
     * @param name the name of a setting
     * @param value its value, at most 1,000 characters; {@code null} removes it
     */
    void set(String wiki, String name, String value);

    /**
     * @param wiki the wiki
     * @param person the person
     * @param name the name of a preference, at most 100 characters
     * @return its value, if it was set
     */
    default Optional<String> preference(String wiki, UserId person, String name)
    {
        return Optional.ofNullable(preferences(wiki, name, List.of(person)).get(person));
    }

    /**
     * @param wiki the wiki
     * @param name the name of a preference
     * @param people some people
     * @return the values of those who have set it
     */
    Map<UserId, String> preferences(String wiki, String name, Collection<UserId> people);

    /**
     * @param wiki the wiki
     * @param name the name of a preference
     * @return the values of all who have set it
     */
    Map<UserId, String> preferences(String wiki, String name);

    /**
     * @param wiki the wiki
     * @param person the person
     * @param name the name of a preference
     * @param value its value, at most 1,000 characters; {@code null} removes it
     */
    void prefer(String wiki, UserId person, String name, String value);
}
