/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;

/** Members and strangers send forms of 800 KB, and forms with very many fields, all at the same time. */
final class FormsAttack implements Attack
{
    private static final int CLIENTS = 64;

    @Override
    public String name()
    {
        return "large-forms";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        String large = "word ".repeat(155_000);
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(number % 4 == 0 ? null : member)) {
                switch (number % 3) {
                    case 0 -> client.post(AttackTarget.REST + "/questions",
                        Map.of("form_token", member.token(), "title", "Large", "body", large));
                    case 1 -> client.post("/bin/save/Sandbox/Large" + number,
                        Map.of("form_token", member.token(), "title", "Large", "content", large));
                    default -> client.post(AttackTarget.REST + "/questions?" + "a&".repeat(1000),
                        Map.of("form_token", member.token(), "body", "&a=".repeat(90_000)));
                }
            }
        });
    }
}
