/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Members write two versions of a large page that differ in every line, and guests compare them again and again. */
final class VersionsAttack implements Attack
{
    private static final int CLIENTS = 16;

    private static final int LINES = 12_000;

    @Override
    public String name()
    {
        return "compare-versions";
    }

    @Override
    public void run(AttackTarget target) throws Exception
    {
        Voters.Voter member = target.member(0);
        try (LeanClient client = target.client(member)) {
            for (int version = 1; version <= 2; version++) {
                // The token must be the first field of a large form.
                Map<String, String> form = new LinkedHashMap<>();
                form.put("form_token", member.token());
                form.put("title", "Versions");
                form.put("version", version == 1 ? "" : "1.1");
                form.put("content", text(version));
                client.post("/bin/save/Sandbox/Versions", form).expect(303);
            }
        }
        target.repeat(CLIENTS, number -> {
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                client.get("/bin/diff/Sandbox/Versions?from=1.1&to=2.1");
                client.get("/bin/history/Sandbox/Versions");
            }
        });
    }

    private static String text(int version)
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("line ").append(version * (long) i * 7919 % 1000).append('\n');
        }
        return text.toString();
    }
}
