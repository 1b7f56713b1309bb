/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Map;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.Snapshot;
import org.copsuite.test.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of a version that kept their texts in their rows keep each text, also where the upgrade was killed. */
@OnEveryDatabase
class AnswerTextUpgradeTest extends AbstractQuestionTest
{
    private static final String LONG = "\u0441\u043b\u043e\u0432\u043e \ud83d\ude80 \\ ' ** ".repeat(1000).strip();

    private PostId question;

    private PostId edited;

    private Map<String, List<String>> before;

    private void live() throws Exception
    {
        this.question = ask(this.anna, TITLE);
        answer(this.bert, this.question, "Untouched.");
        this.edited = answer(this.bert, this.question, "To be edited.");
        this.service.edit(this.bert, this.edited, new Edit(null, LONG, null, "1.1", "", false));
        this.service.delete(this.carl, answer(this.carl, this.question, "Deleted."));
        this.before = this.wiki.database().snapshot();
        assertThat(this.before.get("cop_answer_text")).hasSize(3);
    }

    /** Gives the rows of answers their column back. */
    private void addColumn()
    {
        execute("alter table cop_answer add column body " + type());
        execute("update cop_answer set body = (select t.body from cop_answer_text t where t.wiki = cop_answer.wiki "
            + "and t.id = cop_answer.id)");
        execute(switch (TestServer.chosen()) {
            case MARIADB -> "alter table cop_answer modify body longtext not null";
            default -> "alter table cop_answer alter column body set not null";
        });
    }

    private static String type()
    {
        return switch (TestServer.chosen()) {
            case HSQLDB -> "longvarchar";
            case MARIADB -> "longtext";
            default -> "text";
        };
    }

    private void upgrade() throws Exception
    {
        this.wiki.database().upgrade("answer-text-1", "answer-text-collation", "answer-text-2", "answer-text-3");
    }

    private void execute(String sql)
    {
        this.wiki.database().execute(sql);
    }

    private void assertUpgraded() throws Exception
    {
        assertThat(Snapshot.differences(this.before, this.wiki.database().snapshot())).isEmpty();
        assertThat(view(this.anna, this.question).answers()).extracting(answer -> answer.body())
            .containsExactlyInAnyOrder("Untouched.", LONG);
        this.service.edit(this.bert, this.edited, new Edit(null, "Edited again.", null, "2.1", "", false));
        answer(this.carl, this.question, "After the upgrade.");
        assertThat(view(this.anna, this.question).answers()).extracting(answer -> answer.body())
            .containsExactlyInAnyOrder("Untouched.", "Edited again.", "After the upgrade.");
    }

    @Test
    void eachTextGetsARowOfItsOwn() throws Exception
    {
        live();
        addColumn();
        execute("drop table cop_answer_text");

        upgrade();

        assertUpgraded();
    }

    @Test
    void anUpgradeThatWasKilledWhileItCopiedBeginsAgain() throws Exception
    {
        live();
        addColumn();
        execute("delete from cop_answer_text where id <> '" + this.edited + "'");
        execute("update cop_answer_text set body = 'What an old version changed in the meantime.'");

        upgrade();

        assertUpgraded();
    }

    @Test
    void anUpgradeThatWasKilledBeforeItDroppedTheColumnGoesOn() throws Exception
    {
        live();
        addColumn();

        this.wiki.database().upgrade("answer-text-3");

        assertUpgraded();
    }

    @Test
    void anUpgradeThatWasKilledBeforeItSaidThatItDroppedTheColumnEnds() throws Exception
    {
        live();

        this.wiki.database().upgrade("answer-text-3");

        assertUpgraded();
    }
}
