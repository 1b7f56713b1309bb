/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Preferences for notices by mail. */
@Component(roles = MailPreferences.class)
@Singleton
public class MailPreferences
{
    private static final String NAME = "notice.mail";

    @Inject
    private Settings settings;

    Map<UserId, MailFrequency> of(String wiki, Collection<UserId> people)
    {
        Map<UserId, String> said = this.settings.preferences(wiki, NAME, people);
        Map<UserId, MailFrequency> wishes = new HashMap<>();
        people.forEach(person -> wishes.put(person,
            said.containsKey(person) ? MailFrequency.valueOf(said.get(person)) : MailFrequency.ONCE));
        return wishes;
    }

    MailFrequency of(String wiki, UserId person)
    {
        return of(wiki, List.of(person)).get(person);
    }

    void set(String wiki, UserId person, MailFrequency wish)
    {
        this.settings.prefer(wiki, person, NAME, wish == MailFrequency.ONCE ? null : wish.name());
    }
}
