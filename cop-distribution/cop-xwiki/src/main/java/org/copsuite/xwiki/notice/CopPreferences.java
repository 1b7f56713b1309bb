/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.NotificationFormat;
import org.xwiki.notifications.preferences.NotificationPreference;
import org.xwiki.notifications.preferences.NotificationPreferenceProperty;
import org.xwiki.notifications.preferences.NotificationPreferenceProvider;
import org.xwiki.notifications.preferences.TargetableNotificationPreferenceBuilder;

/**
 * Enables the suite's events by default. Without any preference XWiki shows all events to a person; with at least one
 * it shows only the enabled types, so that a type introduced later would be off for most people. Preferences of a
 * person or a wiki have priority over these. Where neither has any, this provider returns none either, so that XWiki's
 * default applies.
 */
@Component
@Named(CopPreferences.NAME)
@Singleton
public class CopPreferences implements NotificationPreferenceProvider
{
    static final String NAME = "copsuite";

    /** XWiki's own providers have the priorities 500 and 100; the higher one wins. */
    private static final int PRIORITY = 10;

    @Inject
    @Named("userProfile")
    private Provider<NotificationPreferenceProvider> ofPeople;

    @Inject
    @Named("wiki")
    private Provider<NotificationPreferenceProvider> ofWikis;

    @Inject
    private Provider<TargetableNotificationPreferenceBuilder> builder;

    @Inject
    private Provider<List<NoticeType>> types;

    @Override
    public int getProviderPriority()
    {
        return PRIORITY;
    }

    @Override
    public List<NotificationPreference> getPreferencesForUser(DocumentReference user) throws NotificationException
    {
        boolean chosen = !this.ofPeople.get().getPreferencesForUser(user).isEmpty()
            || !this.ofWikis.get().getPreferencesForUser(user).isEmpty();
        return chosen ? enabled() : List.of();
    }

    @Override
    public List<NotificationPreference> getPreferencesForWiki(WikiReference wiki) throws NotificationException
    {
        return this.ofWikis.get().getPreferencesForWiki(wiki).isEmpty() ? List.of() : enabled();
    }

    private List<NotificationPreference> enabled()
    {
        List<NotificationPreference> preferences = new ArrayList<>();
        for (NoticeType type : this.types.get()) {
            for (NotificationFormat format : NotificationFormat.values()) {
                TargetableNotificationPreferenceBuilder preference = this.builder.get();
                preference.prepare();
                preference.setEnabled(true);
                preference.setFormat(format);
                preference.setProviderHint(NAME);
                preference.setStartDate(new Date(0));
                preference.setProperties(Map.of(NotificationPreferenceProperty.EVENT_TYPE, CopEvent.type(type.name())));
                preferences.add(preference.build());
            }
        }
        return preferences;
    }

    @Override
    public void savePreferences(List<NotificationPreference> preferences)
    {
        // XWiki's own providers save preferences.
    }
}
