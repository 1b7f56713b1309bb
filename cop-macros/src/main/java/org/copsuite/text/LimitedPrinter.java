/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;

/** Checks the time and the length of the output while printing. */
public final class LimitedPrinter extends DefaultWikiPrinter
{
    private static final int CLOCK = 64;

    private final TextLimits limits;

    private int calls;

    private long length;

    /** @param limits the limits of the printed text */
    public LimitedPrinter(TextLimits limits)
    {
        this.limits = limits;
    }

    @Override
    public void print(String text)
    {
        this.calls++;
        if (this.calls % CLOCK == 0) {
            this.limits.checkTime();
        }
        this.length += text.length();
        this.limits.checkOutput(this.length);
        super.print(text);
    }
}
