/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/** Connections are opened as fast as possible, send nothing, and stay open. */
final class ConnectionsAttack implements Attack
{
    private static final int THREADS = 4;

    private static final int MOST = 2000;

    @Override
    public String name()
    {
        return "connections";
    }

    @Override
    public void run(Siege siege) throws InterruptedException
    {
        int[] opened = new int[THREADS];
        siege.repeat(THREADS, number -> {
            siege.open("");
            opened[number]++;
            if (opened[number] * THREADS > MOST) {
                // This process has no more of them itself.
                siege.pause(1000);
            }
        });
    }
}
