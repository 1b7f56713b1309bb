/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons.Imported;
import org.copsuite.person.Persons;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Answer;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Everybody reads a question with two thousand answers of full length, while members vote and comment on them. */
final class LongTextsAttack implements Attack
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final int ANSWERS = 2000;

    private static final int LENGTH = 19_000;

    private static final int CLIENTS = 24;

    private final List<UUID> answers = new ArrayList<>();

    @Override
    public String name()
    {
        return "long-texts";
    }

    @Override
    public void prepare(CopServer wiki, CommunityId community, UUID question) throws Exception
    {
        UserId writer = new UserId("imported:bench/1");
        wiki.get(Persons.class).addImported(WIKI, List.of(new Imported(writer, "Writer", "", Instant.now(), null)));
        Instant created = Instant.now().minusSeconds(ANSWERS * 60L);
        for (int batch = 0; batch < ANSWERS; batch += 100) {
            List<Answer> written = new ArrayList<>();
            for (int i = batch; i < batch + 100; i++) {
                UUID id = UUID.randomUUID();
                this.answers.add(id);
                written.add(new Answer(id, question, writer, created.plusSeconds(i), null,
                    ("\u0441\u043b\u043e\u0432\u043e" + i + " **\u0431** ").repeat(LENGTH / 16), List.of(), null));
            }
            wiki.get(PostImport.class).write(WIKI, community, new Batch(List.of(), written, List.of(), List.of(), List.of()));
        }
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(number % 2 == 0 ? null : member)) {
                int at = (int) (System.nanoTime() % ANSWERS + ANSWERS) % ANSWERS;
                String answer = this.answers.get(at).toString();
                client.get(AttackTarget.REST + "/questions/" + target.question() + "?post=" + answer);
                if (number % 2 == 1) {
                    client.post(AttackTarget.REST + "/answers/" + answer + "/votes",
                        Map.of("form_token", member.token(), "value", "1"));
                    client.post(AttackTarget.REST + "/answers/" + answer + "/comments",
                        Map.of("form_token", member.token(), "text", "One more of thousands."));
                }
            }
        });
    }
}
