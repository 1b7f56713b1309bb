/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** A space has too many pages, or too much text, to move at once; nothing was moved. */
public class LargeMoveException extends IllegalArgumentException
{
    private static final long serialVersionUID = 1L;

    LargeMoveException()
    {
        super("A space moves with at most " + PageMover.PAGES_MAXIMUM + " pages and " + PageMover.CHARACTERS_MAXIMUM + " characters.");
    }

    /** @return the maximum number of pages of a space that moves */
    public int getPages()
    {
        return PageMover.PAGES_MAXIMUM;
    }

    /** @return the maximum number of their characters */
    public int getCharacters()
    {
        return PageMover.CHARACTERS_MAXIMUM;
    }
}
