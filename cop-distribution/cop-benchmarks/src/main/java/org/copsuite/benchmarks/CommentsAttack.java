/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;

/** Members comment on one question as fast as they can, and read it after each comment. */
final class CommentsAttack implements Attack
{
    private static final int WRITERS = 8;

    @Override
    public String name()
    {
        return "comments";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        String post = AttackTarget.REST + "/posts/" + target.question() + "/comments";
        target.repeat(WRITERS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(member)) {
                for (int i = 0; i < 20 && target.isRunning(); i++) {
                    client.post(post, Map.of("form_token", member.token(), "text", "One comment of thousands."));
                    client.get(AttackTarget.REST + "/questions/" + target.question());
                }
            }
        });
    }
}
