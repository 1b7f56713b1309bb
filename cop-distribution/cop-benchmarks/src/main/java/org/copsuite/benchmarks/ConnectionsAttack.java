/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/** Opens connections as fast as possible, sends nothing, and keeps them open. */
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
    public void run(AttackTarget target) throws InterruptedException
    {
        int[] opened = new int[THREADS];
        target.repeat(THREADS, number -> {
            target.open("");
            opened[number]++;
            if (opened[number] * THREADS > MOST) {
                // More open connections would exhaust the file descriptors of this process itself.
                target.pause(1000);
            }
        });
    }
}
