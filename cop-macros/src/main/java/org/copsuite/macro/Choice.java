/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/**
 * What a parameter is to an editor that offers values: one of the words of {@code E}, in lower case. The parameter
 * itself is text, so that a wrong one is answered with a sentence.
 *
 * @param <E> the words
 */
public final class Choice<E extends Enum<E>>
{
    private Choice()
    {
    }
}
