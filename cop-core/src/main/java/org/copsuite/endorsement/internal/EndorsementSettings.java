/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The settings of endorsements. */
@Component
@Named("endorsement")
@Singleton
public class EndorsementSettings implements SettingProvider
{
    /** How many endorsements a person may give in a week, Monday to Sunday in UTC. */
    static final Setting<Integer> WEEKLY = Setting.number("endorsement.weekly", 1, 50, 5, Setting.Scope.WIKI);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(WEEKLY);
    }
}
