/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the bar shows. */
class ProgressBarTest
{
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final AtomicLong clock = new AtomicLong();

    private ProgressBar bar(boolean terminal)
    {
        return new ProgressBar(new PrintStream(this.bytes, true), terminal, this.clock::get, "Please wait.");
    }

    @Test
    void movesOnATerminalTenTimesASecond()
    {
        try (ProgressBar bar = bar(true)) {
            bar.at("Posts.xml", 0);
            this.clock.set(50_000_000);
            bar.at("Posts.xml", 0.2);
            this.clock.set(3_000_000_000L);
            bar.at("Posts.xml", 0.5);
        }
        assertThat(this.bytes.toString()).startsWith("\r[..............................] 0 %  Posts.xml")
            .contains("\r[###############...............] 50 %  Posts.xml  3 s").doesNotContain("20 %").endsWith("\r");
    }

    @Test
    void saysEachStepOnceElsewhere()
    {
        try (ProgressBar bar = bar(false)) {
            bar.at("Votes.xml", 0);
            bar.at("Votes.xml", 0.1);
            bar.at("Posts.xml", 0.2);
            bar.skipped("Posts.xml", 7, "Id is missing");
        }
        assertThat(this.bytes.toString().lines()).containsExactly("Votes.xml ...", "Posts.xml ...",
            "Posts.xml:7: Id is missing");
    }

    @Test
    void saysThatItWaits()
    {
        try (ProgressBar bar = bar(false)) {
            bar.waiting();
        }
        assertThat(this.bytes.toString().lines()).containsExactly("Please wait.");
    }

    @Test
    void tellsAHundredRowsAndCountsTheOthers()
    {
        try (ProgressBar bar = bar(false)) {
            for (int i = 0; i < 130; i++) {
                bar.skipped("Posts.xml", i, "x");
            }
            assertThat(this.bytes.toString().lines()).hasSize(100);
            assertThat(bar.unprinted()).isEqualTo(30);
        }
    }
}
