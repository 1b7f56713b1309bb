/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.xwiki.component.annotation.Component;

/** Settings of notices. */
@Component
@Named("notice")
@Singleton
public class NoticeSettings implements SettingProvider
{
    /** How often a person wants notices by mail. */
    static final Setting<MailFrequency> MAIL =
        Setting.choice("notice.mail", MailFrequency.ONCE, Setting.Scope.PERSON).withOwnForm();

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(MAIL);
    }
}
