/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import java.time.Instant;

import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.wiki.Person;

/** A notice of one's own. */
record NoticeJson(long id, String kind, Person actor, String title, String url, Instant at, boolean read)
{
    static NoticeJson of(NoticeView notice, String url)
    {
        return new NoticeJson(notice.id(), notice.key(), notice.actor(), notice.title(), url, notice.at(), notice.read());
    }
}
