/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Sixteen members and guests send the most expensive searches and drafts that the wiki accepts, none of them twice. */
final class SearchesAttack implements Attack
{
    private static final int CLIENTS = 16;

    private static final int LONG = 6000;

    @Override
    public String name()
    {
        return "searches";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        AtomicInteger next = new AtomicInteger();
        target.repeat(CLIENTS, number -> {
            int n = next.getAndIncrement();
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                words.append(i % 3 == 0 ? "the " : i % 3 == 1 ? "data " : "quer").append(Integer.toString(n * 31 + i, 36))
                    .append(i % 5 == 0 ? " \"a question\" " : " ");
            }
            String query = URLEncoder.encode(words.toString(), StandardCharsets.UTF_8);
            try (LeanClient client = target.client(number % 2 == 0 ? null : target.member(number))) {
                switch (number % 4) {
                    case 0 -> client.get("/bin/view/CoP/Search?cop-q=" + query);
                    case 1 -> client.get(AttackTarget.REST + "/search?q=" + query);
                    case 2 -> client.get(AttackTarget.REST + "/related?title=" + query + "&body="
                        + query.repeat(LONG / query.length()));
                    default -> client.get(AttackTarget.REST + "/experts?q=" + query);
                }
            }
        });
    }
}
