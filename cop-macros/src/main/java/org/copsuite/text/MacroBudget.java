/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.HashMap;
import java.util.Map;

import org.copsuite.text.TextLimitException.Reason;

/** How many macros a text may use. */
final class MacroBudget
{
    /** The most macros in one text. */
    static final int MACROS = 200;

    /** The most macros of the suite in one text: each asks the database. */
    static final int OWN = 5;

    /** The most macros of one kind whose output grows with the whole text, as that of a table of contents. */
    static final int WHOLE = 2;

    /** The most characters of HTML that the macros of the suite give in one text. */
    static final int OUTPUT = 500_000;

    private int all;

    private int own;

    private int coloured;

    private long output;

    private final Map<String, Integer> whole = new HashMap<>();

    /** Counts a macro; throws {@link TextLimitException} if the text has too many. */
    void add()
    {
        this.all++;
        if (this.all > MACROS) {
            throw new TextLimitException(Reason.MACROS);
        }
    }

    /** @return whether the text may use one more macro of the suite, which counts then */
    boolean addOwn()
    {
        this.own++;
        return this.own <= OWN;
    }

    /**
     * @param id a macro that reads the whole text
     * @return whether the text may use it once more, which counts then
     */
    boolean addWhole(String id)
    {
        return this.whole.merge(id, 1, Integer::sum) <= WHOLE;
    }

    /**
     * @param length how much code
     * @param most how much code of one text may be coloured
     * @return whether this may be coloured, which counts then
     */
    boolean addColoured(int length, int most)
    {
        this.coloured += length;
        return this.coloured <= most;
    }

    /**
     * @param length how many characters of HTML a macro of the suite gives
     * @return whether the text may show them, which counts then
     */
    boolean addOutput(int length)
    {
        this.output += length;
        return this.output <= OUTPUT;
    }
}
