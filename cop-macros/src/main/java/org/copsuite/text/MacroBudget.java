/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.HashMap;
import java.util.Map;

import org.copsuite.text.TextLimitException.Reason;

/** Limits the macros of one text. */
final class MacroBudget
{
    /** Maximum number of macros in one text. */
    static final int MACROS = 200;

    /** Maximum number of the suite's macros in one text: each queries the database. */
    static final int OWN = 5;

    /** Maximum number of macros of one name whose output grows with the whole text, such as a table of contents. */
    static final int WHOLE = 2;

    /** Maximum number of HTML characters that the suite's macros print in one text. */
    static final int OUTPUT = 500_000;

    private int all;

    private int own;

    private int coloured;

    private long output;

    private final Map<String, Integer> whole = new HashMap<>();

    /** Counts a macro; throws {@link TextLimitException} beyond the limit. */
    void add()
    {
        this.all++;
        if (this.all > MACROS) {
            throw new TextLimitException(Reason.MACROS);
        }
    }

    /** @return whether the text may use one more macro of the suite; if so, it is counted */
    boolean addOwn()
    {
        this.own++;
        return this.own <= OWN;
    }

    /**
     * @param id a macro that reads the whole text
     * @return whether the text may use it once more; if so, it is counted
     */
    boolean addWhole(String id)
    {
        return this.whole.merge(id, 1, Integer::sum) <= WHOLE;
    }

    /**
     * @param length the length of a code block
     * @param most the maximum length of highlighted code in one text
     * @return whether the block may be highlighted; if so, it is counted
     */
    boolean addColoured(int length, int most)
    {
        this.coloured += length;
        return this.coloured <= most;
    }

    /**
     * @param length the number of HTML characters that a macro of the suite printed
     * @return whether the text may show them; if so, they are counted
     */
    boolean addOutput(int length)
    {
        this.output += length;
        return this.output <= OUTPUT;
    }
}
