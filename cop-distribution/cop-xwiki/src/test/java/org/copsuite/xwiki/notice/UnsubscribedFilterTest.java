/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;

import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.eventstream.Event;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.notifications.NotificationFormat;
import org.xwiki.notifications.filters.NotificationFilter.FilterPolicy;
import org.xwiki.notifications.filters.NotificationFilter.FilteringPhase;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** Who ended the mails gets none of the suite's events by mail, and everything else as before. */
@ComponentTest
class UnsubscribedFilterTest
{
    private final DocumentReference anna = new DocumentReference("xwiki", List.of("XWiki"), "anna");

    private final DocumentReference bert = new DocumentReference("xwiki", List.of("XWiki"), "bert");

    @MockComponent
    private NoticeService notices;

    @InjectMockComponents
    private UnsubscribedFilter filter;

    @BeforeEach
    void annaEndsTheMailsOfOneWiki()
    {
        when(this.notices.mailFrequency(new UserId("xwiki:XWiki.anna"), new WikiId("docs")))
            .thenReturn(MailFrequency.NONE);
        when(this.notices.mailFrequency(new UserId("xwiki:XWiki.anna"), new WikiId("xwiki")))
            .thenReturn(MailFrequency.ONCE);
        when(this.notices.mailFrequency(new UserId("xwiki:XWiki.bert"), new WikiId("docs")))
            .thenReturn(MailFrequency.DAILY);
    }

    private FilterPolicy policy(DocumentReference user, String type, WikiId wiki, NotificationFormat format)
    {
        Event event = mock(Event.class);
        when(event.getType()).thenReturn(type);
        when(event.getDocument()).thenReturn(wiki == null ? null : new DocumentReference(wiki.value(), List.of("A"),
            "B"));
        return this.filter.filterEvent(event, user, List.of(), format);
    }

    @Test
    void keepsTheSuitesEventsOutOfTheMailsOfWhoEndedThem()
    {
        assertThat(policy(this.anna, "copsuite.answer", new WikiId("docs"), NotificationFormat.EMAIL))
            .isEqualTo(FilterPolicy.FILTER);
        assertThat(policy(this.anna, "copsuite.thanks", new WikiId("docs"), NotificationFormat.EMAIL))
            .isEqualTo(FilterPolicy.FILTER);
    }

    @Test
    void changesNothingElse()
    {
        assertThat(List.of(policy(this.anna, "copsuite.answer", new WikiId("docs"), NotificationFormat.ALERT),
            policy(this.anna, "create", new WikiId("docs"), NotificationFormat.EMAIL),
            policy(this.anna, null, new WikiId("docs"), NotificationFormat.EMAIL),
            policy(this.anna, "copsuite.answer", null, NotificationFormat.EMAIL),
            policy(this.anna, "copsuite.answer", new WikiId("xwiki"), NotificationFormat.EMAIL),
            policy(this.bert, "copsuite.answer", new WikiId("docs"), NotificationFormat.EMAIL),
            policy(null, "copsuite.answer", new WikiId("docs"), NotificationFormat.EMAIL)))
                .containsOnly(FilterPolicy.NO_EFFECT);
        assertThat(this.filter.getFilteringPhases()).containsExactly(FilteringPhase.PRE_FILTERING);
        assertThat(this.filter.matchesPreference(null)).isFalse();
        assertThat(this.filter.filterExpression(this.anna, List.of(), null)).isNull();
        assertThat(this.filter.filterExpression(this.anna, List.of(), null, NotificationFormat.EMAIL)).isNull();
        assertThat(this.filter.getName()).isEqualTo(UnsubscribedFilter.NAME);
        assertThat(this.filter.getPriority()).as("before XWiki's own, which have 1000").isGreaterThan(1000);
    }
}
