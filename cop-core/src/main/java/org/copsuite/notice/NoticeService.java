/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.Notice.Kind;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * One's own notices. In a wiki that carries notices itself ({@code org.copsuite.wiki.Notices}) they are read there, and
 * here are none.
 */
@Role
public interface NoticeService
{
    /** Unread notices are counted so far and no further. */
    int COUNTED = 100;

    /**
     * @param actor whose own
     * @param wiki the wiki
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most, 1 to 100
     * @return newest first, as far as the person may view what they are about now; where some may not be viewed any more
     *         the page of the list has fewer than that many
     * @throws CopException SIGN_IN; INVALID for a cursor that is not of this list
     */
    Slice<NoticeView> list(UserId actor, String wiki, String after, int limit) throws CopException;

    /**
     * @param person whose
     * @param wiki the wiki
     * @return how many of the newest {@link #COUNTED} unread notices are about what the person may view; 0 for a guest. Kept
     *         in memory: changed rights are seen within half a minute
     */
    int unread(UserId person, String wiki);

    /**
     * @param person whose
     * @param wiki the wiki
     * @return the same for what every page shows, without ever waiting for the database: 0 until it was counted for the
     *         first time
     */
    int knownUnread(UserId person, String wiki);

    /**
     * Marks a notice as read. Doing it again changes nothing.
     *
     * @param actor whose own
     * @param wiki the wiki
     * @param id which
     * @throws CopException SIGN_IN; NOT_FOUND for one that is not the person's own
     */
    void read(UserId actor, String wiki, long id) throws CopException;

    /**
     * Marks all notices as read that stand up to one.
     *
     * @param actor whose own
     * @param wiki the wiki
     * @param last the newest that was shown: what came later stays unread
     * @throws CopException SIGN_IN
     */
    void readAll(UserId actor, String wiki, long last) throws CopException;

    /**
     * Somebody reads posts on their page: what the person's notices tell of them is read too. Nobody waits for it; who has
     * no unread notices costs nothing.
     *
     * @param reader who reads, perhaps a guest
     * @param wiki the wiki's id
     * @param posts the posts on the page
     */
    void seen(UserId reader, String wiki, Collection<UUID> posts);

    /**
     * @param person whose
     * @param wiki the wiki
     * @return how the person wants notices by mail
     */
    MailFrequency mailFrequency(UserId person, String wiki);

    /**
     * @param actor whose own
     * @param wiki the wiki
     * @param wish how
     * @throws CopException SIGN_IN
     */
    void setMailFrequency(UserId actor, String wiki, MailFrequency wish) throws CopException;

    /** How notices come by mail. */
    enum MailFrequency
    {
        /** Not at all. */
        NONE,
        /** Each at once; what comes together comes in one mail. What everybody gets who said nothing. */
        ONCE,
        /** One mail a morning, with what came since the last; none where nothing came. */
        DAILY
    }

    /**
     * A notice as its receiver sees it.
     *
     * @param id its id, higher for newer ones
     * @param kind what happened
     * @param actor who did it
     * @param title what it is about, plain text; for thanks without a post, the name of who gave them
     * @param page where to read about it
     * @param anchor the HTML id on that page, may be empty
     * @param at when it happened
     * @param read whether it is marked as read
     */
    record NoticeView(long id, Kind kind, Person actor, String title, PageId page, String anchor, Instant at,
        boolean read)
    {
    }
}
