/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The settings of the home page of a community. */
@Component
@Named("home")
@Singleton
public class HomeSettings implements SettingProvider
{
    /** Names of panels, which stand in this order before the others. */
    static final Setting<String> ORDER = Setting.text("community.panels", 400, "", Setting.Scope.COMMUNITY);

    @Inject
    private HomePanels panels;

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(ORDER);
    }

    @Override
    public void check(Setting<?> setting, Object value) throws CopException
    {
        List<String> unknown = this.panels.unknown(HomePanels.parse(value.toString()));
        if (!unknown.isEmpty()) {
            throw CopException.invalid(setting.key(), "cop.community.error.panels",
                String.join(", ", unknown), String.join(", ", this.panels.known().keySet()));
        }
    }
}
