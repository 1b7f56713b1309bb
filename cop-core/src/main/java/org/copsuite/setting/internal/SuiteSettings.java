/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.setting.Suite;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The switch of the suite. */
@Component
@Named("suite")
@Singleton
public class SuiteSettings implements SettingProvider
{
    @Override
    public List<Setting<?>> settings()
    {
        return List.of(Suite.SETTING);
    }
}
