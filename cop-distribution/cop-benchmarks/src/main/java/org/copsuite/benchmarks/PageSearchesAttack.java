/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Members write long pages of one letter, and guests search them for a word that almost matches everywhere. */
final class PageSearchesAttack implements Attack
{
    private static final int CLIENTS = 16;

    private static final int PAGES = 15;

    private static final int LENGTH = 990_000;

    private static final int WORD = 150;

    @Override
    public String name()
    {
        return "page-searches";
    }

    @Override
    public void run(AttackTarget target) throws Exception
    {
        Voters.Voter member = target.member(0);
        try (LeanClient client = target.client(member)) {
            for (int i = 0; i < PAGES; i++) {
                // The token must be the first field of a large form.
                Map<String, String> form = new LinkedHashMap<>();
                form.put("form_token", member.token());
                form.put("title", "Long " + i);
                form.put("version", "");
                form.put("content", "a".repeat(LENGTH));
                client.post("/bin/save/Sandbox/Long" + i, form).expect(303);
            }
        }
        target.repeat(CLIENTS, number -> {
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                client.get("/bin/search?q=" + "a".repeat(WORD) + "b" + number % 3);
            }
        });
    }
}
