/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingType;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** Settings of communities. */
@Component
@Named("community")
@Singleton
public class CommunitySettings implements SettingProvider
{
    /** Whether every account may found communities; otherwise only administrators. */
    static final Setting<Boolean> FOUND =
        Setting.of("community.found", new SettingType.Flag("accounts", "administrators"), false, Setting.Scope.WIKI);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(FOUND);
    }
}
