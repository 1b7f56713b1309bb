/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds more connections than one address may have with small forms that arrive as slowly as they may. None is silent,
 * and none is too slow.
 */
final class HeldConnectionsAttack implements Attack
{
    private static final int CONNECTIONS = 900;

    private static final int LENGTH = 30_000;

    private static final int PIECE = 200;

    @Override
    public String name()
    {
        return "held-connections";
    }

    @Override
    public void run(AttackTarget target) throws IOException
    {
        List<Socket> held = new ArrayList<>();
        byte[] piece = "x".repeat(PIECE).getBytes(StandardCharsets.ISO_8859_1);
        while (target.isRunning()) {
            for (int i = held.size(); i < CONNECTIONS && target.isRunning(); i++) {
                held.add(target.open(target.head("POST", AttackTarget.REST + "/questions", target.member(i),
                    "Content-Type: application/x-www-form-urlencoded", "Content-Length: " + LENGTH) + "\r\n"));
            }
            target.pause(100);
            held.removeIf(socket -> {
                try {
                    AttackTarget.send(socket, piece);
                    return false;
                } catch (IOException e) {
                    // The wiki has closed it.
                    return true;
                }
            });
        }
    }
}
