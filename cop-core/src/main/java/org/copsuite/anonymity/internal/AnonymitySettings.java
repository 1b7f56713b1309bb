/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** The setting of anonymous questions. */
@Component
@Named("anonymity")
@Singleton
public class AnonymitySettings implements SettingProvider
{
    /** Whether the members of a community may ask anonymously. */
    static final Setting<Boolean> QUESTIONS = Setting.flag("anonymity.questions", true, Setting.Scope.COMMUNITY);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(QUESTIONS);
    }
}
