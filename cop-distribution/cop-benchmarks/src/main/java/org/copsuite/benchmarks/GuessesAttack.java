/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sixty clients guess passwords of one account at the same time: the wiki must verify only a few, and reject the rest
 * cheaply.
 */
final class GuessesAttack implements Attack
{
    private static final int CLIENTS = 60;

    /** Ten guesses without a delay, and those that the first delays permit within a minute. */
    private static final int MOST = 20;

    @Override
    public String name()
    {
        return "guesses";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        AtomicInteger tried = new AtomicInteger();
        target.repeat(CLIENTS, number -> {
            try (LeanClient form = target.client(null)) {
                LeanClient.Answer answer = form.get("/bin/login");
                String cookie = answer.headers().getOrDefault("set-cookie", "").replaceAll(";.*", "");
                String token = answer.text().replaceAll("(?s).*name=\"form_token\" value=\"([^\"]*)\".*", "$1");
                try (LeanClient client = target.guest(cookie)) {
                    int status = client.post("/bin/login", Map.of("form_token", token, "login", "victim", "password",
                        "guess " + number)).status();
                    tried.addAndGet(status == 401 ? 1 : 0);
                }
            }
        });
        if (tried.get() > MOST) {
            throw new WrongResultException(tried + " guesses were tried");
        }
    }
}
