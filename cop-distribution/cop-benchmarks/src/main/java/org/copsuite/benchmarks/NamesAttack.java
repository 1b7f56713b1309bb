/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;

/** Sends names, titles, tags and addresses of tens of thousands of characters. */
final class NamesAttack implements Attack
{
    private static final int CLIENTS = 8;

    private static final int LENGTH = 70_000;

    @Override
    public String name()
    {
        return "long-names";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        String name = "n".repeat(LENGTH);
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(member)) {
                Map<String, String> form = Map.of("form_token", member.token(), "title", name, "name", name, "space", name,
                    "tags", name, "text", name, "about", name);
                for (String path : new String[] {"/bin/create", "/bin/move/Main/", "/bin/save/Main/", "/bin/profile",
                    AttackTarget.REST + "/questions", AttackTarget.REST + "/communities"})
                {
                    int status = client.post(path, form).status();
                    if (status == 500) {
                        throw new WrongResultException(path + " answers 500 to a long name");
                    }
                }
                client.get("/bin/view/" + "a/".repeat(3500));
                client.get("/bin/search?q=" + "a%20".repeat(1800));
            }
        });
    }
}
