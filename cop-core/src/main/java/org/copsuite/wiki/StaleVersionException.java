/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Optional;

/** A concurrent save came first: the page is not at the version that the writer saw. Nothing was written. */
public class StaleVersionException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final transient Page current;

    /** @param current the present page, {@code null} if there is none */
    public StaleVersionException(Page current)
    {
        super(current == null ? "The page is gone." : "The page is at version " + current.version() + '.');
        this.current = current;
    }

    /** @return the present page, if there is one */
    public Optional<Page> getCurrent()
    {
        return Optional.ofNullable(this.current);
    }
}
