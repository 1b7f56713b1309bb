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
 * What a row of the ledger tells, and where those come from who are to know.
 *
 * @param entry the row
 * @param kind what it tells
 * @param post the post that it is about, {@code null} for none
 * @param question the question whose watchers may have said no, {@code null} for none
 * @param pages who may not view one of these is not told
 * @param sources where receivers come from; somebody may come from several
 */
record RoutedNotice(LedgerEntry entry, Kind kind, UUID post, UUID question, List<PageId> pages, List<Source> sources)
{
    /** Gives people page by page, however many they are. */
    @FunctionalInterface
    interface Source
    {
        /**
         * @param person the last id of the page before, empty at the start
         * @param limit how many at most
         * @return people after that one, by id
         */
        List<UserId> after(String person, int limit);
    }

    /** A few people who are known already. */
    static Source of(Collection<UserId> people)
    {
        List<String> ids = new ArrayList<>(new TreeSet<>(people.stream().map(UserId::value).toList()));
        return (person, limit) -> ids.stream().filter(id -> id.compareTo(person) > 0).limit(limit).map(UserId::new)
            .toList();
    }
}
