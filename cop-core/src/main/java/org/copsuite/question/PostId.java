/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import org.copsuite.CopException;

/**
 * Identifies a post: a question or an answer.
 *
 * @param value the UUID of the object on the post's page
 */
public record PostId(UUID value)
{
    /**
     * @param text a UUID as text, possibly malformed
     * @return the id
     * @throws CopException NOT_FOUND if the text is not a UUID
     */
    public static PostId parse(String text) throws CopException
    {
        try {
            return new PostId(UUID.fromString(text == null ? "" : text));
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
