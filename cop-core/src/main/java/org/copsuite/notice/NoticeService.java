/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * A person's own notices. If the wiki shows notices itself ({@code org.copsuite.wiki.Notices}), they are read there,
 * and this service has none.
 */
@Role
public interface NoticeService
{
    /** Maximum number of unread notices that is counted. */
    int COUNTED = 100;

    /**
     * @param actor whose notices
     * @param wiki the wiki
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of notices, 1 to 100
     * @return the notices about what the person may view now, newest first; a page has fewer than the limit if some may
     *         not be viewed any more
     * @throws CopException SIGN_IN; INVALID for a cursor of another list
     */
    Slice<NoticeView> list(UserId actor, WikiId wiki, String after, int limit) throws CopException;

    /**
     * @param person whose notices
     * @param wiki the wiki
     * @return how many of the newest {@link #COUNTED} unread notices are about what the person may view; 0 for a guest.
     *         Cached: changed rights take effect within half a minute
     */
    int unread(UserId person, WikiId wiki);

    /**
     * @param person whose notices
     * @param wiki the wiki
     * @return the same number without waiting for the database; 0 until it was counted for the first time
     */
    int knownUnread(UserId person, WikiId wiki);

    /**
     * Marks a notice as read. Idempotent.
     *
     * @param actor whose notice
     * @param wiki the wiki
     * @param id the notice's id
     * @throws CopException SIGN_IN; NOT_FOUND if the notice is not the person's own
     */
    void read(UserId actor, WikiId wiki, long id) throws CopException;

    /**
     * Marks all notices up to one as read.
     *
     * @param actor whose notices
     * @param wiki the wiki
     * @param last the id of the newest notice that was shown; later ones stay unread
     * @throws CopException SIGN_IN
     */
    void readAll(UserId actor, WikiId wiki, long last) throws CopException;

    /**
     * Marks notices about posts as read because their recipient views the posts. Runs in the background; costs nothing
     * for a person without unread notices.
     *
     * @param reader who views the posts, perhaps a guest
     * @param wiki the wiki's id
     * @param posts the posts on the page
     */
    void seen(UserId reader, WikiId wiki, Collection<UUID> posts);

    /**
     * @param person a person
     * @param wiki the wiki
     * @return how often the person wants notices by mail
     */
    MailFrequency mailFrequency(UserId person, WikiId wiki);

    /**
     * @param actor the person
     * @param wiki the wiki
     * @param wish how often
     * @throws CopException SIGN_IN
     */
    void setMailFrequency(UserId actor, WikiId wiki, MailFrequency wish) throws CopException;

    /** How often notices are mailed. */
    enum MailFrequency
    {
        /** Never. */
        NONE,
        /** At once; notices of the same moment share a mail. The default. */
        ONCE,
        /** One mail every morning with the notices since the last one; none without notices. */
        DAILY
    }

    /**
     * A notice as its recipient sees it.
     *
     * @param id its id, higher for newer ones
     * @param type the name of its type
     * @param actor who did it
     * @param title what it is about, plain text; for thanks without a post, the name of the person who thanked
     * @param page the page to read
     * @param anchor the HTML id on that page, may be empty
     * @param at when it happened
     * @param read whether it is marked as read
     */
    record NoticeView(long id, String type, Person actor, String title, PageId page, String anchor, Instant at,
        boolean read)
    {
        /** @return the name of its type in lower case, as keys of translations contain it */
        public String key()
        {
            return this.type.toLowerCase(Locale.ROOT);
        }
    }
}
