/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The settings of coaching. */
@Component
@Named("coaching")
@Singleton
public class CoachingSettings implements SettingProvider
{
    /** Whether the first questions of a community are coached. */
    static final Setting<Boolean> ON = Setting.flag("coaching.on", false, Setting.Scope.COMMUNITY);

    /** After how many working days without a coach's comment the author is told not to wait. */
    static final Setting<Integer> DAYS = Setting.number("coaching.days", 1, 20, 1, Setting.Scope.COMMUNITY);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(ON, DAYS);
    }
}
