/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.List;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** A page and the ledger are written one after the other, so two people who save in turn may be recorded out of turn. */
@OnEveryDatabase
class ConcurrentSavesTest extends AbstractQuestionTest
{
    private void edit(QuestionService service, UserId actor, PostId question, String title, String version) throws Exception
    {
        service.edit(actor, question, new Edit(title, BODY, List.of("logic"), version, "", false));
    }

    @Test
    void theLaterOfTwoSavesIsShownWhicheverIsRecordedLast() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "logic");
        String version = this.wiki.pages().load(view(this.anna, question).post().page()).orElseThrow().version();
        Pages slow = mock(Pages.class, delegatesTo(this.wiki.pages()));
        doAnswer(call -> {
            Page saved = this.wiki.pages().save(call.getArgument(0));
            edit(this.service, this.admin, question, "The later title of the two", saved.version());
            return saved;
        }).when(slow).save(any());

        edit(this.wiki.afterItWasKilled().with(Pages.class, slow).get(QuestionService.class), this.anna, question,
            "The earlier title of the two", version);

        assertThat(view(this.anna, question).summary().title()).isEqualTo("The later title of the two");
        assertThat(this.wiki.pages().load(view(this.anna, question).post().page()).orElseThrow().title())
            .isEqualTo("The later title of the two");
    }
}
