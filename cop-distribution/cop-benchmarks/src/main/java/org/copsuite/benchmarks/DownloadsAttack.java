/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A hundred connections request a file of ten megabytes and read it a byte at a time, with long pauses. */
final class DownloadsAttack implements Attack
{
    private static final int CONNECTIONS = 100;

    private static final int SIZE = 10 * 1024 * 1024 - 1000;

    @Override
    public String name()
    {
        return "slow-downloads";
    }

    @Override
    public void run(AttackTarget target) throws IOException
    {
        String file = file(target);
        List<Socket> slow = new ArrayList<>();
        while (target.isRunning()) {
            for (int i = slow.size(); i < CONNECTIONS && target.isRunning(); i++) {
                slow.add(target.open(target.head("GET", file, null) + "\r\n"));
            }
            target.pause(200);
            slow.removeIf(DownloadsAttack::isOver);
        }
    }

    private static boolean isOver(Socket socket)
    {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Adds a file to a question of a member and returns its address. */
    static String file(AttackTarget target) throws IOException
    {
        Voters.Voter member = target.member(1);
        try (LeanClient client = target.client(member)) {
            String question = target.ask(client, member, "Who reads a large file slowly, for a long time?", "This one.");
            String id = question.substring(question.lastIndexOf('/') + 1);
            UploadsAttack.upload(target, member, id, SIZE);
            String answer = new String(client.json(question).body(), StandardCharsets.UTF_8);
            String page = answer.replaceAll("(?s).*?\"url\":\"([^\"]*/bin/view/[^\"]+)\".*", "$1");
            String place = page.substring(page.indexOf("/bin/view/") + "/bin/view/".length());
            String list = client.get("/bin/attachments/" + place).text();
            return list.contains("/bin/download/") ? list.replaceAll("(?s).*?\"(/bin/download/[^\"]+)\".*", "$1")
                : "/bin/download/" + place + '/' + UUID.randomUUID();
        }
    }
}
