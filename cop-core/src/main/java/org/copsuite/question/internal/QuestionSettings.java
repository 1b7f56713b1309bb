/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** Settings of questions and answers. */
@Component
@Named("question")
@Singleton
public class QuestionSettings implements SettingProvider
{
    /** Whether posts can be voted down. */
    static final Setting<Boolean> DOWN_VOTES =
        Setting.flag("question.down-votes", true, Setting.Scope.WIKI);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(DOWN_VOTES);
    }
}
