/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.UUID;

/** Members and strangers upload files of ten megabytes at the same time. */
final class UploadsAttack implements Attack
{
    private static final int CLIENTS = 64;

    private static final int SIZE = 10 * 1024 * 1024 - 1000;

    private static final int PIECE = 64 * 1024;

    @Override
    public String name()
    {
        return "large-uploads";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(CLIENTS,
            number -> upload(target, number % 4 == 0 ? null : target.member(number), UUID.randomUUID().toString(), SIZE));
    }

    /** Uploads a file for a draft or a post, and waits for the first byte of the response. */
    static void upload(AttackTarget target, Voters.Voter member, String post, int size) throws IOException
    {
        try (Socket socket = target.open(target.head("POST", AttackTarget.REST + "/files", member,
            "Content-Type: application/octet-stream", "Cop-File-Name: large.txt", "Cop-Post: " + post,
            "Content-Length: " + size, "Connection: close") + "\r\n"))
        {
            byte[] piece = new byte[PIECE];
            Arrays.fill(piece, (byte) 'a');
            for (int sent = 0; sent < size; sent += PIECE) {
                AttackTarget.send(socket, sent + PIECE <= size ? piece : Arrays.copyOf(piece, size - sent));
            }
            if (socket.getInputStream().read() < 0) {
                throw new IOException("The server closed the connection.");
            }
        }
    }
}
