/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Members preview and publish texts that are expensive to render, and guests read them.
 *
 * @param name the name of the attack
 * @param texts the texts in xwiki/2.1
 */
record TextAttack(String name, List<String> texts) implements Attack
{
    private static final int CLIENTS = 6;

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        AtomicInteger next = new AtomicInteger();
        target.repeat(CLIENTS, number -> {
            String text = this.texts.get(Math.floorMod(next.getAndIncrement(), this.texts.size()));
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(member); LeanClient guest = target.client(null)) {
                client.post("/bin/preview/Main/?kind=text", Map.of("form_token", member.token(), "text", text));
                client.post(AttackTarget.REST + "/posts/" + target.question() + "/comments",
                    Map.of("form_token", member.token(), "text", text));
                read(guest, target.ask(client, member, "A question with a text that costs much " + next, text));
            }
        });
    }

    private static void read(LeanClient guest, String address) throws IOException
    {
        for (int i = 0; i < 3; i++) {
            guest.get(address);
        }
    }
}
