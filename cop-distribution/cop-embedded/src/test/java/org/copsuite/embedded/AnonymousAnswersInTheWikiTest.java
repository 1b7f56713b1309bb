/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.feedback.PulseActs;
import org.copsuite.ledger.Ledger;
import org.junit.jupiter.api.Test;

/**
 * Nobody can tell who answered what in a secret poll and in a round of the pulse survey, whatever they read of a running
 * wiki and however they join it. Two wikis have the same history, except for who gives which of the same answers: each
 * change of each table while people answer, and in the end all tables with all columns, the index, the log, the mails and
 * what REST tells others and the administrator are the same.
 */
class AnonymousAnswersInTheWikiTest extends AbstractTwinWikisTest
{
    private static final UUID POLL = UUID.nameUUIDFromBytes(new byte[] {2});

    private static final UUID ROUND = UUID.nameUUIDFromBytes(new byte[] {3});

    private static final int PEOPLE = 6;

    /** Who gives which of the answers. */
    private static final List<Integer> ORDER = List.of(0, 1, 2, 3, 4, 5);

    private static final List<Integer> OTHER_ORDER = List.of(4, 2, 5, 0, 3, 1);

    private static final List<String> CHOICES = List.of("1", "3", "1", "2", "3", "3");

    private static final List<String> VALUES = List.of("12345", "54321", "11111", "55555", "33333", "24242");

    private static final List<String> LINES = List.of("More bread", "", "Fewer roses", "Speak plainly", "", "Rest well");

    AnonymousAnswersInTheWikiTest()
    {
        super(PEOPLE);
    }

    @Override
    void prepare() throws Exception
    {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        reading().send(boss(), "POST", "/polls", "id", POLL.toString(), "community", COMMUNITY.toString(), "question",
            "Do you dare?", "kind", "single", "secret", "true", "options", "Always\nSometimes\nNever", "closes",
            today.plusDays(3).toString());
        wiki().get(Ledger.class).update(tx -> tx.append(PulseActs.opened(WIKI, BOSS, COMMUNITY, ROUND,
            new PulseActs.Days(today, today.plusDays(3)))));
    }

    private List<Map<String, List<String>>> answer(List<Integer> order) throws Exception
    {
        List<Map<String, List<String>>> changes = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int which = order.get(i);
            Session session = session(i);
            changes.add(post(session, "/polls/" + POLL + "/ballots", "choices", CHOICES.get(which)));
            String values = VALUES.get(which);
            changes.add(post(session, "/pulse/" + ROUND + "/answers", "value1", values.substring(0, 1), "value2",
                values.substring(1, 2), "value3", values.substring(2, 3), "value4", values.substring(3, 4), "value5",
                values.substring(4), "line", LINES.get(which)));
        }
        changes.add(post(boss(), "/polls/" + POLL + "/closing"));
        changes.add(post(boss(), "/pulse/" + ROUND + "/closing"));
        return changes;
    }

    @Override
    List<Integer> readers()
    {
        return List.of(PEOPLE, 3, 0);
    }

    @Override
    List<String> paths()
    {
        return List.of("/polls/" + POLL, "/polls?community=" + COMMUNITY, "/pulse?community=" + COMMUNITY,
            "/activity?community=" + COMMUNITY, "/search?q=dare", "/leaderboard?community=" + COMMUNITY, "/notices");
    }

    @Test
    void nothingTellsWhoAnsweredWhat() throws Exception
    {
        Trace trace = trace("one", () -> answer(ORDER));
        Trace other = trace("other", () -> answer(OTHER_ORDER));

        assertSame(trace, other);
        assertThat(trace.changes()).as("each answer is stored").noneMatch(Map::isEmpty);
        assertThat(trace.told().toString()).contains("Fewer roses");
    }
}
