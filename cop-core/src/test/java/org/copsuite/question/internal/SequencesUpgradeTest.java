/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Map;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.Snapshot;
import org.copsuite.test.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of a version without the sequences that decide between equal times are upgraded in place. */
@OnEveryDatabase
class SequencesUpgradeTest extends AbstractQuestionTest
{
    private void live() throws Exception
    {
        CommunityId id = this.community.id();
        this.communities.join(this.carl, id);
        this.communities.join(this.bert, id);
        this.communities.leave(this.carl, id);
        this.communities.join(this.carl, id);
        this.communities.appoint(this.fay, id, this.carl, Role.EXPERT);
        found("Other things", Visibility.OPEN);
        PostId question = ask(this.anna, TITLE);
        answer(this.carl, question, "Untouched.");
        PostId edited = answer(this.bert, question, "To be edited.");
        PostId corrected = answer(this.carl, question, "To be corrected.");
        this.service.edit(this.bert, edited, new Edit(null, "Edited.", null, "1.1", "", false));
        this.service.edit(this.carl, corrected, new Edit(null, "Corrected.", null, "1.1", "", true));
        ExpertiseService topics = this.wiki.get(ExpertiseService.class);
        topics.declare(this.anna, WIKI, "rye", Level.WORKING, "");
        topics.declare(this.bert, WIKI, "rye", Level.WORKING, "");
        topics.retract(this.anna, WIKI, "rye");
        topics.declare(this.anna, WIKI, "rye", Level.LEARNING, "");
        topics.declare(this.anna, WIKI, "rye", Level.EXPERT, "");
    }

    private void age()
    {
        boolean mariadb = TestServer.chosen() == TestServer.MARIADB;
        execute("drop index cop_membership_order" + (mariadb ? " on cop_membership" : ""));
        execute("create index cop_membership_order on cop_membership (wiki, community, role_order, since_at)");
        for (String table : List.of("cop_community", "cop_membership", "cop_topic")) {
            execute("alter table " + table + " drop column place");
        }
        execute("alter table cop_answer drop column active");
        execute("alter table cop_answer drop column active_place");
    }

    private void execute(String sql)
    {
        this.wiki.database().execute(sql);
    }

    @Test
    void existingRowsHaveWhatARebuildGivesThem() throws Exception
    {
        live();
        Map<String, List<String>> before = this.wiki.database().snapshot();
        List<Map<String, Object>> topics = topics();
        age();

        this.wiki.database().upgrade("community-places", "topic-places", "answer-activity");

        assertThat(Snapshot.differences(before, this.wiki.database().snapshot())).isEmpty();
        assertThat(topics()).isEqualTo(topics).extracting(row -> row.get("PLACE")).doesNotHaveDuplicates();
    }

    private List<Map<String, Object>> topics()
    {
        return this.wiki.database().query("select id, place from cop_topic order by id");
    }
}
