/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.util.Map;

/** A stranger opens the sign-in form thousands of times; the form that another guest opened before must stay valid. */
final class SessionsAttack implements Attack
{
    private static final int CLIENTS = 16;

    @Override
    public String name()
    {
        return "sessions";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException, IOException
    {
        LeanClient.Answer form;
        try (LeanClient guest = target.client(null)) {
            form = guest.get("/bin/login");
        }
        String cookie = form.headers().getOrDefault("set-cookie", "").replaceAll(";.*", "");
        String token = form.text().replaceAll("(?s).*name=\"form_token\" value=\"([^\"]*)\".*", "$1");
        target.repeat(CLIENTS, number -> {
            try (LeanClient stranger = target.client(null)) {
                for (int i = 0; i < 100 && target.isRunning(); i++) {
                    stranger.get("/bin/login");
                }
            }
        });
        try (LeanClient guest = target.guest(cookie)) {
            int status = guest.post("/bin/login", Map.of("form_token", token, "login", "nobody", "password", "x")).status();
            if (status != 401) {
                throw new WrongResultException("A form opened before the flood answers " + status + " after it");
            }
        }
    }
}
