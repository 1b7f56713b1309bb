/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.List;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Reads and changes the settings of wikis, communities and people. Cached in memory: a write on another node of a
 * cluster is seen within a minute. All methods throw IllegalArgumentException for a target of another scope than the
 * setting's.
 */
@Role
public interface Settings
{
    /**
     * @param setting a setting
     * @param target whose value; NOT permission-filtered
     * @param <T> the type of the values
     * @return the value; the default if none was set, or if the stored one is no longer valid
     */
    <T> T get(Setting<T> setting, SettingTarget target);

    /**
     * @param setting a setting of wikis
     * @param wiki the wiki
     * @param <T> the type of the values
     * @return as {@link #get(Setting, SettingTarget)}
     */
    default <T> T get(Setting<T> setting, WikiId wiki)
    {
        return get(setting, SettingTarget.wiki(wiki));
    }

    /**
     * @param setting a setting of people
     * @param wiki the wiki
     * @param person the person
     * @param <T> the type of the values
     * @return as {@link #get(Setting, SettingTarget)}
     */
    default <T> T get(Setting<T> setting, WikiId wiki, UserId person)
    {
        return get(setting, SettingTarget.person(wiki, person));
    }

    /**
     * @param setting a setting of people
     * @param wiki the wiki
     * @param <T> the type of the values
     * @return the values of all people for whom another one than the default is stored
     */
    <T> Map<UserId, T> ofPeople(Setting<T> setting, WikiId wiki);

    /**
     * @param setting a setting of communities
     * @param wiki the wiki
     * @param <T> the type of the values
     * @return the values of all communities for which another one than the default is stored, deleted ones too; NOT
     *         permission-filtered
     */
    <T> Map<CommunityId, T> ofCommunities(Setting<T> setting, WikiId wiki);

    /**
     * Sets a value. Does not check permissions; the caller does.
     *
     * @param setting a setting
     * @param target whose value; not a guest
     * @param value the new value; the default is not stored
     * @param <T> the type of the values
     */
    <T> void set(Setting<T> setting, SettingTarget target, T value);

    /**
     * @param scope a scope
     * @return the contributed settings of that scope, by key
     */
    List<Setting<?>> declared(Scope scope);

    /**
     * @param actor a person
     * @param setting a setting
     * @param target whose value
     * @return whether the person may change it
     */
    boolean mayChange(UserId actor, Setting<?> setting, SettingTarget target);

    /**
     * Changes contributed settings, all of them or none.
     *
     * @param actor who changes them
     * @param target whose values
     * @param typed the new values by key, as typed or sent
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the actor may not change one of them; INVALID with the
     *             invalid keys as fields, also for a key that no setting of that scope has or that only its own form
     *             changes
     */
    void change(UserId actor, SettingTarget target, Map<String, String> typed) throws CopException;
}
