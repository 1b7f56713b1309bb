/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;

/** Sixty-four members ask, answer and comment at the same moment. */
final class WritersAttack implements Attack
{
    private static final int WRITERS = 64;

    @Override
    public String name()
    {
        return "writers";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(WRITERS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(member)) {
                switch (number % 3) {
                    case 0 -> target.ask(client, member, "What do sixty-four people ask at once?", "Each of them this.");
                    case 1 -> client.post(AttackTarget.REST + "/questions/" + target.question() + "/answers",
                        Map.of("form_token", member.token(), "body", "One answer of many at the same moment."));
                    default -> client.post(AttackTarget.REST + "/posts/" + target.question() + "/comments",
                        Map.of("form_token", member.token(), "text", "One comment of many at the same moment."));
                }
            }
        });
    }
}
