/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.removal.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingType;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** Settings of the removal. */
@Component
@Named("removal")
@Singleton
public class RemovalSettings implements SettingProvider
{
    /** Whether an uninstallation deletes all tables; in the main wiki, for the farm. */
    static final Setting<Boolean> PURGE =
        Setting.of("uninstall", new SettingType.Flag("purge", "retain"), false, Setting.Scope.WIKI).withOwnForm();

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(PURGE);
    }
}
