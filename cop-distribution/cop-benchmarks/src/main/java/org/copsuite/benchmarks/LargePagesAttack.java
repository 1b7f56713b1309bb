/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members write pages that have as many elements as a page may have, and everybody reads them. */
final class LargePagesAttack implements Attack
{
    private static final int CLIENTS = 24;

    private static final int PAGES = 10;

    /** Parts of pages, and how often each is repeated: each page just fits into one of the limits. */
    private static final Map<String, Integer> PARTS = Map.of("\u0436 ", 99_000, "|\u0436\n", 60_000, "**\u0436** ", 49_000,
        "[[\u0436>>https://e.org/]] ", 2_900, "<", 990_000);

    @Override
    public String name()
    {
        return "large-pages";
    }

    @Override
    public void run(AttackTarget target) throws Exception
    {
        List<String> parts = List.copyOf(PARTS.keySet());
        Voters.Voter member = target.member(0);
        try (LeanClient client = target.client(member)) {
            for (int i = 0; i < PAGES; i++) {
                String part = parts.get(i % parts.size());
                // The token must be the first field of a large form.
                Map<String, String> form = new LinkedHashMap<>();
                form.put("form_token", member.token());
                form.put("title", "Large " + i);
                form.put("version", "");
                form.put("content", "\u0436" + i + ' ' + part.repeat(PARTS.get(part)));
                client.post("/bin/save/Sandbox/Large" + i, form).expect(303);
            }
        }
        target.repeat(CLIENTS, number -> {
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                for (int i = 0; i < PAGES && target.isRunning(); i++) {
                    client.get("/bin/view/Sandbox/Large" + (number + i) % PAGES);
                }
            }
        });
    }
}
