/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;

/** A hundred connections request ranges of a file of ten megabytes: one byte, very many ranges, overlapping ranges. */
final class RangesAttack implements Attack
{
    private static final int CLIENTS = 48;

    private static final int MOST = 7000;

    @Override
    public String name()
    {
        return "ranges";
    }

    @Override
    public void run(AttackTarget target) throws IOException, InterruptedException
    {
        String file = DownloadsAttack.file(target);
        String[] ranges = {"bytes=" + repeated("0-,"), "bytes=" + repeated("-1,"), "bytes=5000000-5000000",
            "bytes=0-9000000,1-9000001,2-9000002", "bytes=9999999999-", "bytes=0-"};
        target.repeat(CLIENTS, number -> {
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                target.exchange(target.head("GET", file, null, "Range: " + ranges[number % ranges.length],
                    "Connection: close") + "\r\n");
            }
        });
    }

    private static String repeated(String range)
    {
        return range.repeat(MOST / range.length()) + "0-1";
    }
}
