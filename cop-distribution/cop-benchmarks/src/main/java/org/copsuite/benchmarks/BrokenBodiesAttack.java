/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Sends bodies that end early, arrive in chunks of one byte, have another length than announced, or are wrongly
 * chunked.
 */
final class BrokenBodiesAttack implements Attack
{
    private static final int CLIENTS = 48;

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @Override
    public String name()
    {
        return "broken-bodies";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        byte[] half = "x".repeat(500_000).getBytes(StandardCharsets.ISO_8859_1);
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            String questions = AttackTarget.REST + "/questions";
            switch (number % 4) {
                case 0 -> {
                    String head = target.head("POST", AttackTarget.REST + "/files", member, "Cop-File-Name: a.txt",
                        "Content-Type: application/octet-stream", "Content-Length: 9000000");
                    try (Socket socket = target.open(head + "\r\n"))
                    {
                        AttackTarget.send(socket, half);
                    }
                }
                case 1 -> target.exchange(target.head("POST", questions, member, FORM, CHUNKED,
                    "Connection: close") + "\r\n"
                    + "1\r\na\r\n".repeat(20_000) + "0\r\n\r\n");
                case 2 -> target.exchange(target.head("POST", questions, member, FORM, CHUNKED, "Content-Length: 5",
                    "Connection: close") + "\r\n" + "fffffffffffff\r\n" + "b".repeat(30_000));
                default -> target.exchange(target.head("POST", questions, member, FORM, CHUNKED,
                    "Connection: close") + "\r\n"
                    + ("10;" + "e".repeat(4000) + "\r\n" + "c".repeat(16) + "\r\n").repeat(50) + "0\r\n"
                    + "Trailer: x\r\n".repeat(2000) + "\r\n");
            }
        });
    }
}
