/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.time.Duration;

/** How long the flows wait for what the wiki does: more with {@code -Dcop.patience=<seconds>}, where it is slow. */
public final class Patience
{
    private static final int LEAST = Integer.getInteger("cop.patience", 0);

    private Patience()
    {
    }

    /** @return so many seconds, or more where the run asks for more */
    public static Duration ofSeconds(int seconds)
    {
        return Duration.ofSeconds(Math.max(seconds, LEAST));
    }
}
