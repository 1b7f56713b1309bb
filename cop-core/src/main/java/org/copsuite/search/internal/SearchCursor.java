/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import org.apache.solr.common.params.CursorMarkParams;
import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.WikiId;

/**
 * The position in the results of a search: Solr's cursor mark with the search to which it belongs.
 *
 * @param list identifies the search
 * @param seen the number of hits already processed; at the start, the number of those already shown of the best hits,
 *            which were reordered
 * @param relaxed whether this is the second query, which requires fewer words
 * @param mark Solr's cursor mark
 */
record SearchCursor(String list, long seen, boolean relaxed, String mark)
{
    /**
     * @param search the search, with the cursor from the request
     * @param seal decrypts the cursor mark
     * @return the position at which to continue
     * @throws CopException INVALID if the cursor does not belong to this search
     */
    static SearchCursor of(Search search, CursorSeal seal) throws CopException
    {
        String list = String.join("\n", "search", search.wiki().value(), search.text(),
            String.valueOf(search.community()),
            String.valueOf(search.tag()));
        if (search.after() == null || search.after().isEmpty()) {
            return new SearchCursor(list, 0, false, CursorMarkParams.CURSOR_MARK_START);
        }
        Cursor cursor = Cursor.read(list, search.after(), 3);
        String mark = seal.open(search.wiki(), cursor.text(2))
            .orElseThrow(() -> CopException.invalid("after", "cop.error.cursor"));
        return new SearchCursor(list, cursor.number(0), cursor.number(1) == 1, mark);
    }

    /** @return whether this is the start of the results */
    boolean isStart()
    {
        return CursorMarkParams.CURSOR_MARK_START.equals(this.mark);
    }

    /** @return the start of the same results; {@link #seen} counts none */
    SearchCursor restart()
    {
        return new SearchCursor(this.list, 0, this.relaxed, CursorMarkParams.CURSOR_MARK_START);
    }

    /** @return the start of the second query, which requires fewer words */
    SearchCursor relax()
    {
        return new SearchCursor(this.list, 0, true, CursorMarkParams.CURSOR_MARK_START);
    }

    /**
     * @param hits the number of hits processed since this position
     * @param next the next cursor mark from Solr
     * @return the position after these hits
     */
    SearchCursor after(int hits, String next)
    {
        return new SearchCursor(this.list, this.seen + hits, this.relaxed, next);
    }

    /**
     * @param wiki the wiki
     * @param seal encrypts the cursor mark
     * @return the text of the cursor, safe in a URL
     */
    String write(WikiId wiki, CursorSeal seal)
    {
        return Cursor.write(this.list, this.seen, this.relaxed ? 1 : 0, seal.close(wiki, this.mark));
    }
}
