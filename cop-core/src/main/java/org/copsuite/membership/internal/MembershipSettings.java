/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Duration;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.membership.MembershipService;
import org.copsuite.setting.Setting;
import org.copsuite.setting.Settings;
import org.copsuite.spi.SettingProvider;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Settings of requests and invitations. */
@Component
@Named("membership")
@Singleton
public class MembershipSettings implements SettingProvider
{
    private static final int USUAL = 30;

    /** After how many days a request that nobody answers expires. */
    static final Setting<Integer> REQUEST_DAYS = Setting.number("membership.request-days", 1,
        MembershipService.DAYS_MAXIMUM, USUAL, Setting.Scope.WIKI);

    /** After how many days an invitation of a person or of a group expires. */
    static final Setting<Integer> INVITATION_DAYS = Setting.number("membership.invitation-days", 1,
        MembershipService.DAYS_MAXIMUM, USUAL, Setting.Scope.WIKI);

    @Override
    public List<Setting<?>> settings()
    {
        return List.of(REQUEST_DAYS, INVITATION_DAYS);
    }

    static Duration requestLifetime(Settings settings, WikiId wiki)
    {
        return Duration.ofDays(settings.get(REQUEST_DAYS, wiki));
    }
}
