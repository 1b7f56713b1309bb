/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Answer;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.PostImport.Comment;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Many clients read a question with 1,000 answers and 5,000 comments, every page of it in every order and with all
 * comments, while members vote and comment on its answers and edit the question.
 */
final class LongThreadAttack implements Attack
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final int ANSWERS = 1000;

    private static final int COMMENTS = 5000;

    private static final int CLIENTS = 24;

    private final List<UUID> answers = new ArrayList<>();

    @Override
    public String name()
    {
        return "long-thread";
    }

    @Override
    public void prepare(CopServer wiki, CommunityId community, UUID question) throws Exception
    {
        UserId writer = new UserId("imported:bench/1");
        wiki.get(Persons.class).addImported(WIKI, List.of(new Imported(writer, "Writer", "", Instant.now(), null)));
        Instant created = Instant.now().minusSeconds(ANSWERS * 60L);
        List<Answer> written = new ArrayList<>();
        List<Comment> said = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            UUID id = UUID.randomUUID();
            this.answers.add(id);
            written.add(new Answer(id, question, writer, created.plusSeconds(i), null, "Answer **" + i + "** with //some// "
                + "words and `code`.", List.of(), null));
        }
        for (int i = 0; i < COMMENTS; i++) {
            UUID post = i % 2 == 0 ? question : this.answers.get(i % 50);
            said.add(new Comment(UUID.randomUUID(), post, writer, created.plusSeconds(i), "Comment " + i));
        }
        wiki.get(PostImport.class).write(WIKI, community, new Batch(List.of(), written, said, List.of(), List.of()));
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException, SQLException
    {
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            try (LeanClient client = target.client(number % 3 == 0 ? null : member)) {
                int at = (int) (System.nanoTime() % ANSWERS + ANSWERS) % ANSWERS;
                String answer = this.answers.get(at).toString();
                String thread = AttackTarget.REST + "/questions/" + target.question();
                client.get(thread + "?answers=" + (at % 2 == 0 ? "active" : "score") + "&after=" + answer);
                client.get(thread + "?post=" + answer);
                client.get(AttackTarget.REST + "/questions/" + target.question() + "/comments");
                if (number % 3 == 1) {
                    client.post(AttackTarget.REST + "/answers/" + answer + "/votes",
                        Map.of("form_token", member.token(), "value", "1"));
                    client.post(AttackTarget.REST + "/answers/" + answer + "/comments",
                        Map.of("form_token", member.token(), "text", "One more of thousands."));
                }
            }
        });
    }
}
