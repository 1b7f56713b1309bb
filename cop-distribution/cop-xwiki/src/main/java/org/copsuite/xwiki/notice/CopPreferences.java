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

import org.copsuite.wiki.Notice.Kind;
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
 * The suite's events are on until somebody switches them off. XWiki shows all events to who has chosen nothing, and to who
 * has chosen something only what was switched on, so that a type of events that came later would be off for most. What a
 * person or a wiki has chosen goes before what is said here; where nothing is chosen, nothing is said here either.
 */
@Component
@Named(CopPreferences.NAME)
@Singleton
public class CopPreferences implements NotificationPreferenceProvider
{
    static final String NAME = "copsuite";

    /** XWiki's own providers have 500 and 100: the higher goes before. */
    private static final int PRIORITY = 10;

    @Inject
    @Named("userProfile")
    private Provider<NotificationPreferenceProvider> ofPeople;

    @Inject
    @Named("wiki")
    private Provider<NotificationPreferenceProvider> ofWikis;

    @Inject
    private Provider<TargetableNotificationPreferenceBuilder> builder;

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
        for (Kind kind : Kind.values()) {
            for (NotificationFormat format : NotificationFormat.values()) {
                TargetableNotificationPreferenceBuilder preference = this.builder.get();
                preference.prepare();
                preference.setEnabled(true);
                preference.setFormat(format);
                preference.setProviderHint(NAME);
                preference.setStartDate(new Date(0));
                preference.setProperties(Map.of(NotificationPreferenceProperty.EVENT_TYPE, CopEvent.type(kind)));
                preferences.add(preference.build());
            }
        }
        return preferences;
    }

    @Override
    public void savePreferences(List<NotificationPreference> preferences)
    {
        // What somebody chooses is kept by XWiki's own providers.
    }
}
