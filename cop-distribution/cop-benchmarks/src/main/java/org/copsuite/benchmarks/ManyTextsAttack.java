/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everybody reads questions with as many answers as a page shows, none of which takes long by itself. */
final class ManyTextsAttack implements Attack
{
    private static final int READERS = 32;

    private static final int PAGES = 8;

    private static final int ANSWERS = 29;

    private static final int LENGTH = 2_500;

    @Override
    public String name()
    {
        return "many-texts";
    }

    @Override
    public void run(AttackTarget target) throws Exception
    {
        List<String> pages = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(">".repeat(1 + i % 20)).append(" **a** //b// [[c>>https://e.org/").append(i).append("]]\n");
        }
        for (int i = 0; i < PAGES && target.isRunning(); i++) {
            Voters.Voter member = target.member(i);
            try (LeanClient client = target.client(member)) {
                String question = target.ask(client, member, "Who answers whom in the thread number " + i + "?", "Some words.");
                for (int answer = 0; answer < ANSWERS; answer++) {
                    client.post(question + "/answers", Map.of("form_token", member.token(), "body",
                        "Answer " + answer + " of " + i + "\n\n" + text));
                }
                pages.add(client.json(question).text()
                    .replaceAll("(?s).*?\"url\":\"https?://[^/]+([^\"]*/bin/view/[^\"]+)\".*", "$1"));
            }
        }
        target.repeat(READERS, number -> {
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                for (int i = 0; i < PAGES && target.isRunning(); i++) {
                    client.get(pages.get((number + i) % pages.size()));
                }
            }
        });
    }
}
