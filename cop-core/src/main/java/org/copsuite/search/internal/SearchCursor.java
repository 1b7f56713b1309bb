/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import org.apache.solr.common.params.CursorMarkParams;
import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.search.SearchService.Search;

/**
 * Where a search goes on: Solr's cursor mark with the search that it belongs to.
 *
 * @param list what is searched for
 * @param seen how many hits were looked at before
 * @param relaxed whether this is the second try, with fewer words required
 * @param mark Solr's cursor mark
 */
record SearchCursor(String list, long seen, boolean relaxed, String mark)
{
    /**
     * @param search what is searched for, with the cursor as it came in
     * @param seal opens the marks that Solr gave
     * @return where to go on
     * @throws CopException INVALID for a cursor that is not of this search
     */
    static SearchCursor of(Search search, CursorSeal seal) throws CopException
    {
        String list = String.join("\n", "search", search.wiki(), search.text(), String.valueOf(search.community()),
            String.valueOf(search.tag()));
        if (search.after() == null || search.after().isEmpty()) {
            return new SearchCursor(list, 0, false, CursorMarkParams.CURSOR_MARK_START);
        }
        Cursor cursor = Cursor.read(list, search.after(), 3);
        String mark = seal.open(search.wiki(), cursor.text(2))
            .orElseThrow(() -> CopException.invalid("after", "cop.error.cursor"));
        return new SearchCursor(list, cursor.number(0), cursor.number(1) == 1, mark);
    }

    /** @return whether nothing of the list was shown yet */
    boolean isStart()
    {
        return CursorMarkParams.CURSOR_MARK_START.equals(this.mark);
    }

    /** @return the start of the second try */
    SearchCursor relax()
    {
        return new SearchCursor(this.list, 0, true, CursorMarkParams.CURSOR_MARK_START);
    }

    /**
     * @param hits how many hits were looked at since
     * @param next the mark that Solr gave
     * @return where to go on after them
     */
    SearchCursor after(int hits, String next)
    {
        return new SearchCursor(this.list, this.seen + hits, this.relaxed, next);
    }

    /**
     * @param wiki the wiki
     * @param seal encrypts the mark
     * @return the cursor's text, safe in a URL
     */
    String write(String wiki, CursorSeal seal)
    {
        return Cursor.write(this.list, this.seen, this.relaxed ? 1 : 0, seal.close(wiki, this.mark));
    }
}
