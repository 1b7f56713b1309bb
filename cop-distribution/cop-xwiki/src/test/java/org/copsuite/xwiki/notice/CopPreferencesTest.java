/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import javax.inject.Named;

import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.notifications.NotificationFormat;
import org.xwiki.notifications.preferences.NotificationPreference;
import org.xwiki.notifications.preferences.NotificationPreferenceProperty;
import org.xwiki.notifications.preferences.NotificationPreferenceProvider;
import org.xwiki.notifications.preferences.TargetableNotificationPreference;
import org.xwiki.notifications.preferences.TargetableNotificationPreferenceBuilder;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** The suite's events are on by default, and nothing else changes. */
@ComponentTest
class CopPreferencesTest
{
    private static final List<NoticeType> TYPES = ContributedComponents.of(NoticeType.class);

    private final DocumentReference anna = new DocumentReference("xwiki", List.of("XWiki"), "anna");

    @MockComponent
    @Named("userProfile")
    private NotificationPreferenceProvider ofPeople;

    @MockComponent
    @Named("wiki")
    private NotificationPreferenceProvider ofWikis;

    @MockComponent
    private TargetableNotificationPreferenceBuilder builder;

    @InjectMockComponents
    private CopPreferences preferences;

    @BeforeComponent
    void contribute(MockitoComponentManager components) throws Exception
    {
        for (NoticeType type : TYPES) {
            components.registerComponent(NoticeType.class, type.name(), type);
        }
    }

    @BeforeEach
    void build()
    {
        when(this.builder.build()).thenReturn(mock(TargetableNotificationPreference.class));
    }

    @Test
    void saysNothingWhereNothingWasChosenSinceXWikiThenShowsEverything() throws Exception
    {
        assertThat(this.preferences.getPreferencesForUser(this.anna)).isEmpty();
        assertThat(this.preferences.getPreferencesForWiki(new WikiReference("xwiki"))).isEmpty();
        verify(this.builder, never()).build();
    }

    @Test
    void isOnForWhoHasChosenSomething() throws Exception
    {
        when(this.ofPeople.getPreferencesForUser(this.anna)).thenReturn(List.of(mock(NotificationPreference.class)));

        assertThat(this.preferences.getPreferencesForUser(this.anna))
            .hasSize(TYPES.size() * NotificationFormat.values().length);
        for (NoticeType type : TYPES) {
            verify(this.builder, times(2))
                .setProperties(Map.of(NotificationPreferenceProperty.EVENT_TYPE, CopEvent.type(type.name())));
        }
        verify(this.builder, never()).setEnabled(false);
    }

    @Test
    void isOnWhereTheWikiHasChosenSomething() throws Exception
    {
        when(this.ofWikis.getPreferencesForUser(any())).thenReturn(List.of(mock(NotificationPreference.class)));
        when(this.ofWikis.getPreferencesForWiki(any())).thenReturn(List.of(mock(NotificationPreference.class)));

        assertThat(this.preferences.getPreferencesForUser(this.anna)).isNotEmpty();
        assertThat(this.preferences.getPreferencesForWiki(new WikiReference("xwiki"))).isNotEmpty();
        assertThat(this.preferences.getProviderPriority()).isLessThan(100);
    }
}
