/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.apache.solr.common.params.CursorMarkParams;
import org.copsuite.CopException;
import org.copsuite.knowledge.Knowledge.Search;

/**
 * Where a search goes on: Solr's cursor mark with the search that it belongs to.
 *
 * @param search a fingerprint of what is searched for
 * @param seen how many hits were looked at before
 * @param mark Solr's cursor mark
 */
record SearchCursor(int search, long seen, String mark)
{
    private static final String INVALID = "cop.error.cursor";

    /**
     * @param search what is searched for, with the cursor as it came in
     * @return where to go on
     * @throws CopException INVALID for a cursor that is not of this search
     */
    static SearchCursor of(Search search) throws CopException
    {
        int fingerprint = Objects.hash(search.wiki(), search.text(), search.community(), search.tag());
        if (search.after() == null || search.after().isEmpty()) {
            return new SearchCursor(fingerprint, 0, CursorMarkParams.CURSOR_MARK_START);
        }
        SearchCursor cursor = read(search.after());
        if (cursor.search() != fingerprint) {
            throw new CopException(CopException.Kind.INVALID, INVALID);
        }
        return cursor;
    }

    private static SearchCursor read(String text) throws CopException
    {
        try {
            String[] parts =
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            return new SearchCursor(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), mark(parts[2]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CopException(CopException.Kind.INVALID, INVALID);
        }
    }

    /** Solr answers a mark that is no Base 64 with an error that looks as if Solr were at fault. */
    private static String mark(String mark)
    {
        Base64.getDecoder().decode(mark);
        return mark;
    }

    /**
     * @param hits how many hits were looked at since
     * @param next the mark that Solr gave
     * @return where to go on after them
     */
    SearchCursor after(int hits, String next)
    {
        return new SearchCursor(this.search, this.seen + hits, next);
    }

    @Override
    public String toString()
    {
        return Base64.getUrlEncoder().withoutPadding()
            .encodeToString((this.search + " " + this.seen + ' ' + this.mark).getBytes(StandardCharsets.UTF_8));
    }
}
