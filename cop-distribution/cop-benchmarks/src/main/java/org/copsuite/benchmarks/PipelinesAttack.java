/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;

/** Each of many connections sends a hundred requests at once and reads the answers as they arrive. */
final class PipelinesAttack implements Attack
{
    private static final int CLIENTS = 32;

    private static final int REQUESTS = 100;

    private static final int BUFFER = 64 * 1024;

    @Override
    public String name()
    {
        return "pipelining";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(CLIENTS, number -> {
            String path = number % 2 == 0 ? "/bin/view/CoP/Questions?cop-order=hot" : AttackTarget.REST + "/questions";
            String last = target.head("GET", path, null, "Connection: close") + "\r\n";
            String request = target.head("GET", path, target.member(number)) + "\r\n";
            try (Socket socket = target.open(request.repeat(REQUESTS) + last)) {
                drain(target, socket);
            }
        });
    }

    private static void drain(AttackTarget target, Socket socket) throws IOException
    {
        byte[] buffer = new byte[BUFFER];
        while (target.isRunning() && socket.getInputStream().read(buffer) >= 0) {
            // Reading all answers makes the wiki answer as fast as it can.
            continue;
        }
    }
}
