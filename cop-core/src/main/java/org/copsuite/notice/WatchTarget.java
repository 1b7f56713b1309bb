/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.spi.WatchableType;
import org.copsuite.wiki.WikiId;

/**
 * Something that can be watched. Pages and programs send {@link #key()} and {@link #target()};
 * {@link WatchService#target} reads them.
 *
 * @param wiki the wiki
 * @param type the name of its {@link WatchableType}
 * @param target its id or name, as {@link WatchableType#normalise} returns it
 */
public record WatchTarget(WikiId wiki, String type, String target)
{
    /** Requires all values. */
    public WatchTarget
    {
        Objects.requireNonNull(wiki, "wiki");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(target, "target");
    }

    /** @return the name of the type in lower case, the end of its translation keys */
    public String key()
    {
        return this.type.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a target that is an id, for types whose things have one.
     *
     * @param text a UUID as text, possibly malformed
     * @return the id
     * @throws CopException NOT_FOUND if the text is not a UUID
     */
    public static UUID id(String text) throws CopException
    {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw CopException.notFound();
        }
    }
}
