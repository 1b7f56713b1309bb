/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Finds where notices lead. A notice without a target is neither written nor sent nor shown, so this interface decides
 * who may view a notice; it is asked when a notice is written, sent and read.
 */
public interface NoticeTargets
{
    /**
     * Finds the targets of one reader's notices, in a number of statements that does not depend on the number of
     * notices.
     *
     * @param reader the recipient
     * @param wiki the wiki
     * @param notices notices of the types that return this object, at most 1,000
     * @return the targets of the notices about what the reader may view now
     */
    Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices);

    /**
     * Finds the target of one notice for each of its readers. Override it if a notice may have more than a few.
     *
     * @param readers the recipients, at most 500
     * @param wiki the wiki
     * @param notice the notice
     * @return the targets of the readers who may view now what the notice is about
     */
    default Map<UserId, Target> find(Collection<UserId> readers, WikiId wiki, StoredNotice notice)
    {
        Map<UserId, Target> found = new LinkedHashMap<>();
        readers.forEach(reader -> find(reader, wiki, List.of(notice)).values()
            .forEach(target -> found.put(reader, target)));
        return found;
    }

    /**
     * What is stored of a notice.
     *
     * @param type the name of its type
     * @param entry the sequence of its entry
     * @param actor who acted
     * @param subject the subject of the entry
     * @param about the thing that {@link Audience#about()} named, {@code null} for none
     */
    record StoredNotice(String type, long entry, UserId actor, UUID subject, UUID about)
    {
    }

    /**
     * Where a notice leads, as its recipient sees it.
     *
     * @param title what the notice is about, plain text; empty for a notice without a title
     * @param page the page to read
     * @param anchor the HTML id on that page, empty for the page as a whole
     */
    record Target(String title, PageId page, String anchor)
    {
    }
}
