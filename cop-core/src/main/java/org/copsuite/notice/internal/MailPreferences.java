/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Preferences for notices by mail. */
@Component(roles = MailPreferences.class)
@Singleton
public class MailPreferences
{
    @Inject
    private Settings settings;

    Map<UserId, MailFrequency> of(WikiId wiki, Collection<UserId> people)
    {
        Map<UserId, MailFrequency> wishes = new HashMap<>();
        people.forEach(person -> wishes.put(person, of(wiki, person)));
        return wishes;
    }

    MailFrequency of(WikiId wiki, UserId person)
    {
        return this.settings.get(NoticeSettings.MAIL, wiki, person);
    }

    void set(WikiId wiki, UserId person, MailFrequency wish)
    {
        this.settings.set(NoticeSettings.MAIL, SettingTarget.person(wiki, person), wish);
    }
}
