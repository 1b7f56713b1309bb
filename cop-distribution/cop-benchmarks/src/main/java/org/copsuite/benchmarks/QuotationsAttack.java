/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Thirty-two clients read sixteen questions, each with a text and answers that are full of nested quotations. */
final class QuotationsAttack implements Attack
{
    private static final int READERS = 32;

    private static final int PAGES = 16;

    private static final int ANSWERS = 5;

    private static final int LENGTH = 19_000;

    @Override
    public String name()
    {
        return "heavy-pages";
    }

    @Override
    public void run(AttackTarget target) throws Exception
    {
        List<String> pages = Collections.synchronizedList(new ArrayList<>());
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(">".repeat(1 + i % 20)).append(" **quoted** //words// of [[somebody>>https://e.org/").append(i)
                .append("]]\n");
        }
        for (int i = 0; i < PAGES && target.isRunning(); i++) {
            Voters.Voter member = target.member(i);
            try (LeanClient client = target.client(member)) {
                String question =
                    target.ask(client, member, "Who quotes whom in the thread number " + i + "?", text.toString());
                for (int answer = 0; answer < ANSWERS; answer++) {
                    client.post(question + "/answers", Map.of("form_token", member.token(), "body",
                        "Answer " + answer + "\n\n" + text.substring(0, LENGTH / 2)));
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
