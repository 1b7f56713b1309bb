/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.Notice.Kind;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * A notice of an entry before its recipients are known one by one.
 *
 * @param entry the entry
 * @param kind what happened
 * @param post the post that it is about, {@code null} for none
 * @param question the question whose watchers may have opted out, {@code null} for none
 * @param pages the pages that a recipient must be allowed to view
 * @param sources the sources of recipients; a person may come from several
 */
record RoutedNotice(LedgerEntry entry, Kind kind, UUID post, UUID question, List<PageId> pages, List<Source> sources)
{
    /** Lists people page by page. */
    @FunctionalInterface
    interface Source
    {
        /**
         * @param person the last id of the previous page, empty at the start
         * @param limit the maximum number of people
         * @return people after that one, by id
         */
        List<UserId> after(String person, int limit);
    }

    /** Creates a source of a few known people. */
    static Source of(Collection<UserId> people)
    {
        List<String> ids = new ArrayList<>(new TreeSet<>(people.stream().map(UserId::value).toList()));
        return (person, limit) -> ids.stream().filter(id -> id.compareTo(person) > 0).limit(limit).map(UserId::new)
            .toList();
    }
}
