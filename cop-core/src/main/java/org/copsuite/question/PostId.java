/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import org.copsuite.CopException;

/**
 * Names a question or an answer: what can be voted on.
 *
 * @param value the UUID of the object on its page
 */
public record PostId(UUID value)
{
    /**
     * @param text a UUID, perhaps somebody's invention
     * @return the id
     * @throws CopException NOT_FOUND if the text is no UUID
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
