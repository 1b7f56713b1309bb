/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** Settings of recognition. */
@Component
@Named("recognition")
@Singleton
public class RecognitionSettings implements SettingProvider
{
    /** Whether a wiki has recognition. */
    static final Setting<Boolean> ON =
        Setting.flag("recognition.on", true, Setting.Scope.WIKI).withOwnForm();

    /** Whether a person left recognition. */
    static final Setting<Boolean> LEFT =
        Setting.flag("recognition.left", false, Setting.Scope.PERSON).withOwnForm();

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(ON, LEFT);
    }
}
