/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.UUID;

/** Members upload small files as fast as they can: to new drafts, to one draft, and to their own posts. */
final class SmallUploadsAttack implements Attack
{
    private static final int CLIENTS = 48;

    private static final int SIZE = 20_000;

    @Override
    public String name()
    {
        return "small-uploads";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        String[] own = new String[CLIENTS];
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            if (own[number] == null) {
                own[number] = UUID.randomUUID().toString();
                if (number % 3 == 0) {
                    try (LeanClient client = target.client(member)) {
                        String question =
                            target.ask(client, member, "Whose small files are these, of " + number + "?", "Mine.");
                        own[number] = question.substring(question.lastIndexOf('/') + 1);
                    }
                }
            }
            UploadsAttack.upload(target, member, number % 3 == 1 ? UUID.randomUUID().toString() : own[number], SIZE);
        });
    }
}
