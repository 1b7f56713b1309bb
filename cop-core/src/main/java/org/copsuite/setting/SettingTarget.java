/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.Objects;

import org.copsuite.ledger.CommunityId;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Whose settings are read or changed: those of a wiki, of a community or of a person.
 *
 * @param scope the scope of these settings
 * @param wiki the wiki
 * @param community the community, {@code null} in another scope
 * @param person the person, {@code null} in another scope
 */
public record SettingTarget(Scope scope, WikiId wiki, CommunityId community, UserId person)
{
    /** Validates that exactly the id of the scope is there. */
    public SettingTarget
    {
        Objects.requireNonNull(wiki, "wiki");
        if ((scope == Scope.COMMUNITY) != (community != null) || (scope == Scope.PERSON) != (person != null)) {
            throw new IllegalArgumentException("Settings of a " + scope + " need its id and no other.");
        }
    }

    /**
     * @param wiki a wiki
     * @return its settings
     */
    public static SettingTarget wiki(WikiId wiki)
    {
        return new SettingTarget(Scope.WIKI, wiki, null, null);
    }

    /**
     * @param wiki the wiki
     * @param community a community
     * @return the settings of the community
     */
    public static SettingTarget community(WikiId wiki, CommunityId community)
    {
        return new SettingTarget(Scope.COMMUNITY, wiki, community, null);
    }

    /**
     * @param wiki the wiki
     * @param person a person; a guest has the defaults
     * @return the settings of the person
     */
    public static SettingTarget person(WikiId wiki, UserId person)
    {
        return new SettingTarget(Scope.PERSON, wiki, null, person);
    }
}
