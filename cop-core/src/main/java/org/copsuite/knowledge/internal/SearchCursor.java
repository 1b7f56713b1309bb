/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import org.apache.solr.common.params.CursorMarkParams;
import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.knowledge.Knowledge.Search;

/**
 * Where a search goes on: Solr's cursor mark with the search that it belongs to.
 *
 * @param list what is searched for
 * @param seen how many hits were looked at before
 * @param mark Solr's cursor mark
 */
record SearchCursor(String list, long seen, String mark)
{
    /**
     * @param search what is searched for, with the cursor as it came in
     * @param seal knows the marks that Solr gave
     * @return where to go on
     * @throws CopException INVALID for a cursor that is not of this search
     */
    static SearchCursor of(Search search, CursorSeal seal) throws CopException
    {
        String list = String.join("\n", "search", search.wiki(), search.text(), String.valueOf(search.community()),
            String.valueOf(search.tag()));
        if (search.after() == null || search.after().isEmpty()) {
            return new SearchCursor(list, 0, CursorMarkParams.CURSOR_MARK_START);
        }
        Cursor cursor = Cursor.read(list, search.after(), 3);
        if (!seal.fits(search.wiki(), cursor.text(1), cursor.text(2))) {
            throw CopException.invalid("after", "cop.error.cursor");
        }
        return new SearchCursor(list, cursor.number(0), cursor.text(1));
    }

    /**
     * @param hits how many hits were looked at since
     * @param next the mark that Solr gave
     * @return where to go on after them
     */
    SearchCursor after(int hits, String next)
    {
        return new SearchCursor(this.list, this.seen + hits, next);
    }

    /**
     * @param wiki the wiki
     * @param seal proves that Solr gave the mark
     * @return the cursor's text, safe in a URL
     */
    String write(String wiki, CursorSeal seal)
    {
        return Cursor.write(this.list, this.seen, this.mark, seal.of(wiki, this.mark));
    }
}
