/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.inject.Named;
import javax.inject.Singleton;

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
    static final Setting<String> PANELS = Setting.text("community.panels", 400, "", Setting.Scope.COMMUNITY);

    /**
     * @param text names separated by commas or blanks, may be {@code null}
     * @return the names, in small letters
     */
    static List<String> names(String text)
    {
        return text == null ? List.of() : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(PANELS);
    }
}
