/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.setting.Setting;
import org.xwiki.component.annotation.Role;

/**
 * Contributes the settings of a capability. Form, REST resource and documentation follow from their declarations. The
 * texts of a setting are the translations {@code cop.setting.<key>} (label) and {@code cop.setting.<key>.help}; of a
 * choice also {@code cop.setting.<key>.<choice>}; of a flag, instead of a help, {@code .on} and {@code .off} (what is
 * the case) and {@code .switchOn} and {@code .switchOff} (the button). The hint is the name of the capability.
 */
@Role
public interface SettingProvider
{
    /** @return the settings, always the same */
    List<Setting<?>> settings();

    /**
     * Checks a new value that the type of the setting accepts, for what the type cannot know. Not called for a value that
     * is stored already, which stays valid.
     *
     * @param setting one of the settings
     * @param value the new value, of the setting's type
     * @throws CopException INVALID with the key of the setting as field
     */
    default void check(Setting<?> setting, Object value) throws CopException
    {
    }
}
