/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/** A benchmark found that something is wrong: lost, doubled, not equal. It is not about time. */
class WrongResultException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    WrongResultException(String message)
    {
        super(message);
    }
}
