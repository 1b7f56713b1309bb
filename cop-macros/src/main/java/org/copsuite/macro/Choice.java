/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/**
 * Marks a parameter whose editor offers the constants of {@code E} in lower case. The parameter itself is text, so that
 * a wrong value leads to a message.
 *
 * @param <E> the values
 */
public final class Choice<E extends Enum<E>>
{
    private Choice()
    {
    }
}
