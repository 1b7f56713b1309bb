/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Objects;
import java.util.UUID;

import org.copsuite.CopException;

/**
 * Identifies a community. An entry of the ledger, a setting and a search name the community they belong to.
 *
 * @param value the UUID of the object on the community's page
 */
public record CommunityId(UUID value)
{
    /** Validates that the value is present. */
    public CommunityId
    {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param value a UUID, or {@code null}
     * @return the id, or {@code null} for {@code null}
     */
    public static CommunityId ofNullable(UUID value)
    {
        return value == null ? null : new CommunityId(value);
    }

    /**
     * @param id an id, or {@code null}
     * @return its UUID, or {@code null} for {@code null}
     */
    public static UUID valueOf(CommunityId id)
    {
        return id == null ? null : id.value;
    }

    /**
     * @param text a UUID as text, possibly malformed
     * @return the id
     * @throws CopException NOT_FOUND if the text is not a UUID
     */
    public static CommunityId parse(String text) throws CopException
    {
        try {
            return new CommunityId(UUID.fromString(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            throw CopException.notFound();
        }
    }

    @Override
    public String toString()
    {
        return this.value.toString();
    }
}
