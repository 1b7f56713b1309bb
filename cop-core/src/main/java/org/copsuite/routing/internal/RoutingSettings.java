/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingType;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The settings of routing and escalation. */
@Component
@Named("routing")
@Singleton
public class RoutingSettings implements SettingProvider
{
    /** How many questions a person is asked to answer in a week, Monday to Sunday in UTC. */
    static final Setting<Integer> WEEKLY = Setting.number("routing.weekly", 0, 50, 5, Setting.Scope.PERSON);

    /** The latest possible deadline, in working days. */
    static final int LATEST = 60;

    /** After how many working days the steps of an escalation follow. */
    static final Setting<List<Integer>> DEADLINES = Setting.of("routing.deadlines",
        new SettingType.Rising(3, 1, LATEST), List.of(2, 5, 10), Setting.Scope.COMMUNITY);

    /** After how many more people who have a question, too, it is brought to further people; 0 for never. */
    static final Setting<Integer> AGAIN = Setting.number("routing.again", 0, 1000, 5, Setting.Scope.COMMUNITY);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(WEEKLY, DEADLINES, AGAIN);
    }
}
