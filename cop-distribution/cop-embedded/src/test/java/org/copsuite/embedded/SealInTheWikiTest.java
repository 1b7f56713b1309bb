/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.store.Sessions.Session;
import org.junit.jupiter.api.Test;

/**
 * Nobody can tell who asked anonymously, whatever they read of a running wiki and however they join it. Two wikis have the
 * same history, except for who of two members asks: each change of each table, and in the end all tables with all columns,
 * the index, the log, the mails and what REST tells others are the same, but for the table of the seals.
 */
class SealInTheWikiTest extends AbstractTwinWikisTest
{
    private static final UUID QUESTION = UUID.nameUUIDFromBytes(new byte[] {2});

    private static final UUID ANSWER = UUID.nameUUIDFromBytes(new byte[] {3});

    private static final String SEALS = "COP_SEAL";

    private static final int PEOPLE = 4;

    SealInTheWikiTest()
    {
        super(PEOPLE);
    }

    private String version(Session session) throws Exception
    {
        return reading().send(session, "GET", "/questions/" + QUESTION).replaceAll("(?s).*?\"version\":\"([0-9.]+)\".*", "$1");
    }

    private List<Map<String, List<String>>> live(int asker) throws Exception
    {
        Session mine = session(asker);
        Session other = session(2);
        String question = "/questions/" + QUESTION;
        List<Map<String, List<String>>> changes = new ArrayList<>();
        changes.add(reading().changes(() -> upload(mine)));
        changes.add(post(mine, "/questions", "id", QUESTION.toString(), "community", COMMUNITY.toString(), "title",
            "Whom may I ask about my salary?", "body", "I do not dare.", "tags", "money", "anonymous", "true"));
        changes.add(post(other, question + "/answers", "id", ANSWER.toString(), "body", "The council of workers."));
        changes.add(post(mine, "/answers/" + ANSWER + "/comments", "id", UUID.randomUUID().toString(), "text", "Where?"));
        changes.add(post(mine, question, "title", "Whom may I ask about my salary and hours?", "body", "I do not dare.",
            "tags", "money", "version", version(mine)));
        changes.add(reading().changes(() -> upload(mine)));
        changes.add(post(mine, question + "/answers", "id", UUID.nameUUIDFromBytes(new byte[] {4}).toString(),
            "body", "I have asked the council."));
        changes.add(post(other, question + "/votes", "value", "1"));
        changes.add(post(mine, "/answers/" + ANSWER + "/acceptance"));
        changes.add(post(mine, question + "/closing", "reason", "outdated"));
        changes.add(reading().changes(() -> reading().send(mine, "DELETE", question + "/closing")));
        changes.add(post(mine, question + "/anonymity/seen"));
        changes.add(post(boss(), question + "/reveals", "reason", "A threat."));
        changes.add(reading().changes(() -> {
            for (String path : List.of(question, question + "/anonymity", "/anonymous-questions", "/notices")) {
                reading().send(mine, "GET", path);
            }
        }));
        changes.forEach(change -> change.remove(SEALS));
        return changes;
    }

    private void upload(Session session) throws Exception
    {
        URI address = wiki().uri().resolve("/rest/wikis/xwiki/cop/files");
        HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "application/json")
            .header("Cookie", "cop_session=" + session.secret()).header("Cop-Form-Token", session.token())
            .header("Content-Type", "application/octet-stream").header("Cop-File-Name", "payslip.txt")
            .header("Cop-Post", QUESTION.toString()).header("Cop-Anonymous", "true")
            .POST(BodyPublishers.ofString("Not enough.")).build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Override
    List<Integer> readers()
    {
        return List.of(PEOPLE, 3);
    }

    @Override
    List<String> paths()
    {
        return List.of("/questions/" + QUESTION, "/questions?community=" + COMMUNITY, "/activity?community=" + COMMUNITY,
            "/questions/" + QUESTION + "/anonymity", "/search?q=salary", "/questions/" + QUESTION + "/asked",
            "/leaderboard?community=" + COMMUNITY, "/notices");
    }

    @Test
    void onlyTheSealTellsWhoAsked() throws Exception
    {
        Trace trace = trace("one", () -> live(0));
        Trace other = trace("other", () -> live(1));

        assertThat(trace.rows().remove(SEALS)).singleElement().asString().contains("person0");
        assertThat(other.rows().remove(SEALS)).singleElement().asString().contains("person1");
        assertSame(trace, other);
        assertThat(trace.told().toString()).contains("salary and hours").contains("Anonymous member");
        assertThat(trace.mails().toString()).contains("Anonymous member");
    }
}
