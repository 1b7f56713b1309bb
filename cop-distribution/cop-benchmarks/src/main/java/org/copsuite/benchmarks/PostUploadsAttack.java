/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;
import java.util.UUID;

/** Members upload files of some megabytes, to drafts that they post at once and to existing posts. */
final class PostUploadsAttack implements Attack
{
    private static final int CLIENTS = 24;

    private static final int SIZE = 4 * 1024 * 1024;

    @Override
    public String name()
    {
        return "post-uploads";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            String id = UUID.randomUUID().toString();
            UploadsAttack.upload(target, member, id, SIZE);
            try (LeanClient client = target.client(member)) {
                client.post(AttackTarget.REST + "/questions/" + target.question() + "/answers",
                    Map.of("form_token", member.token(), "id", id, "body", "An answer with a file."));
            }
            UploadsAttack.upload(target, member, id, SIZE);
        });
    }
}
