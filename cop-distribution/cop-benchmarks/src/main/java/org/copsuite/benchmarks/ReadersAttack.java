/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Two hundred connections request a list twenty times without waiting for an answer, and read nothing. */
final class ReadersAttack implements Attack
{
    private static final int CONNECTIONS = 200;

    private static final int PIPELINED = 20;

    @Override
    public String name()
    {
        return "slow-readers";
    }

    @Override
    public void run(AttackTarget target) throws IOException
    {
        List<Socket> slow = new ArrayList<>();
        String request = target.head("GET", "/bin/view/CoP/Questions", null) + "\r\n";
        while (target.isRunning()) {
            for (int i = slow.size(); i < CONNECTIONS && target.isRunning(); i++) {
                slow.add(target.open(request.repeat(PIPELINED)));
            }
            target.pause(1000);
            AttackTarget.drip(slow);
        }
    }
}
