/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Members send forms of a hundred parts, each a file, and forms whose parts have long headers or never end. */
final class PartsAttack implements Attack
{
    private static final int CLIENTS = 32;

    private static final int PARTS = 100;

    @Override
    public String name()
    {
        return "multipart-parts";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(CLIENTS, number -> send(target, target.member(number), switch (number % 3) {
            case 0 -> parts(target.member(number), PARTS - 1, 40_000, "");
            case 1 -> parts(target.member(number), PARTS * 10, 100, "");
            default -> parts(target.member(number), PARTS / 2, 1000, "X-Long: " + "h".repeat(20_000) + "\r\n");
        }));
    }

    private static String parts(Voters.Voter member, int count, int size, String head)
    {
        StringBuilder body = new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n")
            .append(member.token()).append("\r\n");
        for (int i = 0; i < count; i++) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"file").append(i).append("\"; filename=\"f").append(i)
                .append(".txt\"\r\n").append(head).append("\r\n").append("x".repeat(size)).append("\r\n");
        }
        return body.append("--b--\r\n").toString();
    }

    private static void send(AttackTarget target, Voters.Voter member, String body) throws IOException
    {
        target.exchange(target.head("POST", "/bin/upload/Sandbox/Parts", member,
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length, "Connection: close") + "\r\n" + body);
    }
}
