/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** The contract of {@link Notices}, tested on every binding. */
public abstract class NoticesContract
{
    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Main").home();

    /** @return the binding under test */
    protected abstract Notices notices();

    /** @return an account */
    protected abstract UserId alice();

    /** @return another account */
    protected abstract UserId bob();

    /**
     * @param person an account
     * @return the number of notices that the wiki shows the person now; 0 for a wiki that handles none
     */
    protected abstract int shown(UserId person);

    private Notice notice()
    {
        return new Notice(UUID.randomUUID(), new WikiId("xwiki"), "ANSWER", Instant.now(), bob(), PAGE, "cop-post-1",
            "<b>Why?</b>\r\nBcc: all");
    }

    @Test
    void carriesANoticeOnceToThoseItIsFor()
    {
        int before = shown(alice());
        int others = shown(bob());
        Notice notice = notice();
        notices().send(notice, List.of(alice()));
        notices().send(notice, List.of(alice()));

        assertThat(shown(alice()) - before).isEqualTo(notices().handles() ? 1 : 0);
        assertThat(shown(bob())).isEqualTo(others);
    }

    @Test
    void passesOverWhoIsNoAccount()
    {
        int before = shown(alice());
        notices().send(notice(), List.of(UserId.GUEST, new UserId("imported:elsewhere/1"),
            new UserId("xwiki:XWiki.nobody-of-that-name")));
        notices().send(notice(), List.of());

        assertThat(shown(alice())).isEqualTo(before);
    }

    @Test
    void saysWhereToChooseWhereItCarries()
    {
        assertThat(notices().preferences(alice()).isPresent()).isEqualTo(notices().handles());
    }

    @Test
    void unmutesWhatWasNotMuted()
    {
        int before = shown(alice());
        notices().unmute(alice(), PAGE);

        assertThat(shown(alice())).isEqualTo(before);
    }
}
