/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.PulseService.Interval;
import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The settings of the pulse survey. */
@Component
@Named("pulse")
@Singleton
public class PulseSettings implements SettingProvider
{
    /** How often the survey of a community returns. */
    static final Setting<Interval> INTERVAL =
        Setting.choice("pulse.interval", Interval.OFF, Setting.Scope.COMMUNITY);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(INTERVAL);
    }
}
