/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/**
 * Thrown if a benchmark finds a wrong result, such as a lost or doubled row or an unequal value; never for a slow
 * result.
 */
class WrongResultException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    WrongResultException(String message)
    {
        super(message);
    }
}
