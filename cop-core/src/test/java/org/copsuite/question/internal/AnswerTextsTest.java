/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ledger.Projection;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionHit;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.spi.SearchDocument.Part;
import org.copsuite.spi.SearchSource;
import org.copsuite.test.OnEveryDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts of answers are apart from their rows: read where they are shown or indexed, and nowhere else. */
@OnEveryDatabase
class AnswerTextsTest extends AbstractQuestionTest
{
    private static final String TABLE = "cop_answer_text";

    private PostId question;

    private final List<PostId> answers = new ArrayList<>();

    private void answers(int count) throws Exception
    {
        this.question = ask(this.anna, TITLE);
        for (int i = 0; i < count; i++) {
            this.answers.add(answer(this.bert, this.question, "Answer " + i));
        }
    }

    /** @return the statements on texts since the counting started */
    private List<String> onTexts()
    {
        return this.wiki.database().statementTexts().stream().filter(sql -> sql.contains(TABLE)).toList();
    }

    @Test
    void votesCommentsAcceptanceAndDeletionTouchNoText() throws Exception
    {
        answers(3);
        this.wiki.database().startCounting();
        this.service.vote(this.carl, this.answers.get(0), 1);
        this.service.vote(this.carl, this.answers.get(0), 0);
        this.service.comment(this.carl, this.answers.get(0), UUID.randomUUID(), "Thank you.");
        this.service.accept(this.anna, this.answers.get(0), true);
        this.service.delete(this.bert, this.answers.get(1));
        assertThat(onTexts()).isEmpty();
    }

    @Test
    void oneStatementReadsTheTextsOfOnePageOnly() throws Exception
    {
        answers(QuestionQueries.ANSWERS + 5);
        this.wiki.database().startCounting();
        assertThat(this.queries.question(this.fay, this.question, ThreadQuery.of(AnswerOrder.OLDEST)).answers())
            .hasSize(QuestionQueries.ANSWERS)
            .allSatisfy(answer -> assertThat(answer.body()).startsWith("Answer "));
        assertThat(onTexts()).singleElement().asString().contains("join " + TABLE);
    }

    @Test
    void aTextThatIsSavedAgainIsNoEdit() throws Exception
    {
        answers(1);
        PostId answer = this.answers.get(0);
        this.service.edit(this.bert, answer, new Edit(null, "Edited.", null, "1.1", "", false));
        this.service.edit(this.bert, answer, new Edit(null, "Edited.", null, "2.1", "", false));
        assertThat(this.wiki.database().query("select place from cop_ledger where act = '" + QuestionActs.EDITED.name()
            + "'")).hasSize(1);
        assertThat(bodies()).containsExactly("Edited.");
    }

    @Test
    void theIndexGetsTheTexts() throws Exception
    {
        answers(3);
        this.service.delete(this.bert, this.answers.get(1));
        assertThat(this.wiki.get(SearchSource.class, QuestionHit.TYPE).documents(WIKI, List.of(this.question.value())))
            .singleElement().satisfies(document -> {
                assertThat(document.parts()).extracting(Part::body).containsExactly("Answer 0", "Answer 2");
                assertThat(document.deletedParts()).containsExactly(this.answers.get(1).value());
            });
    }

    @Test
    void aRebuildWritesMissingTextsAndMissingRows() throws Exception
    {
        answers(3);
        this.service.delete(this.bert, this.answers.get(2));
        Map<String, List<String>> before = this.wiki.database().snapshot();
        this.wiki.database().execute("delete from cop_answer_text where id = '" + this.answers.get(0) + "'");
        this.wiki.database().execute("delete from cop_answer where id = '" + this.answers.get(1) + "'");
        rebuild();
        assertThat(this.wiki.database().snapshot()).isEqualTo(before);
    }

    @Test
    void aTextGoesWithTheRowThatTheLedgerDoesNotKnow() throws Exception
    {
        answers(2);
        this.wiki.database().execute("delete from cop_ledger where subject = '" + this.answers.get(0) + "'");
        rebuild();
        assertThat(this.wiki.database().query("select id from cop_answer_text")).hasSize(1);
        assertThat(bodies()).containsExactly("Answer 1");
    }

    private void rebuild()
    {
        Projection projection = this.wiki.get(Projection.class, AnswerProjection.HINT);
        this.ledger.update(tx -> this.answers.forEach(answer -> projection.rebuild(tx.session(), WIKI, answer.toString())));
    }

    private List<String> bodies() throws Exception
    {
        return view(this.anna, this.question).answers().stream().map(answer -> answer.body()).toList();
    }
}
