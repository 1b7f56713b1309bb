/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Shows the progress of an import as a bar on a terminal; elsewhere it prints the name of each step once. */
final class ProgressBar implements StackExchangeImport.Progress, AutoCloseable
{
    private static final int WIDTH = 30;

    /** Minimum time between two updates of the bar, in nanoseconds: a tenth of a second. */
    private static final long INTERVAL = 100_000_000L;

    /** Maximum number of skipped rows that are printed one by one. Further ones are only counted. */
    private static final int PRINTED_MAXIMUM = 100;

    private final PrintStream err;

    private final boolean terminal;

    private final LongSupplier clock;

    private final String waiting;

    private final long start;

    private long shown;

    private int width;

    private String step = "";

    private long skipped;

    /** @param waiting what is printed when the import waits for an earlier command */
    ProgressBar(PrintStream err, boolean terminal, LongSupplier clock, String waiting)
    {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.waiting = waiting;
        this.start = clock.getAsLong();
        this.shown = this.start - INTERVAL;
    }

    @Override
    public void at(String name, double done)
    {
        boolean next = !name.equals(this.step);
        this.step = name;
        if (!this.terminal) {
            if (next) {
                this.err.println(name + " ...");
            }
            return;
        }
        long now = this.clock.getAsLong();
        if (next || now - this.shown >= INTERVAL) {
            this.shown = now;
            draw(done, (now - this.start) / 1e9);
        }
    }

    private void draw(double done, double seconds)
    {
        int full = (int) (done * WIDTH);
        StringBuilder line = new StringBuilder("[").append("#".repeat(full)).append(".".repeat(WIDTH - full)).append("] ")
            .append((int) (done * 100)).append(" %  ").append(this.step);
        if (done > 0.02 && done < 1) {
            line.append("  ").append((long) Math.ceil(seconds / done - seconds)).append(" s");
        }
        int length = line.length();
        line.append(" ".repeat(Math.max(0, this.width - length)));
        this.width = length;
        this.err.print("\r" + line);
        this.err.flush();
    }

    @Override
    public void skipped(String file, long line, String reason)
    {
        this.skipped++;
        if (this.skipped <= PRINTED_MAXIMUM) {
            clear();
            this.err.println(file + ":" + line + ": " + reason);
        }
    }

    @Override
    public void waiting()
    {
        clear();
        this.err.println(this.waiting);
    }

    /** @return the number of skipped rows that were not printed */
    long unprinted()
    {
        return Math.max(0, this.skipped - PRINTED_MAXIMUM);
    }

    private void clear()
    {
        if (this.terminal && this.width > 0) {
            this.err.print("\r" + " ".repeat(this.width) + "\r");
            this.width = 0;
        }
    }

    @Override
    public void close()
    {
        clear();
    }
}
