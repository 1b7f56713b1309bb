/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An open community run by Fay, with Anna, Bert and Carl as accounts, and an administrator. */
public abstract class AbstractQuestionTest
{
    protected static final WikiId WIKI = TestWiki.WIKI;

    protected static final String TITLE = "How does one prove an invariant?";

    protected static final String BODY = "I have a loop and **no** idea.";

    protected TestWiki wiki;

    protected QuestionService service;

    protected QuestionQueries queries;

    protected CommunityService communities;

    protected Ledger ledger;

    protected UserId admin;

    protected UserId fay;

    protected UserId anna;

    protected UserId bert;

    protected UserId carl;

    protected CommunityView community;

    @BeforeEach
    protected void startWiki() throws Exception
    {
        this.wiki = new TestWiki();
        this.service = this.wiki.get(QuestionService.class);
        this.queries = this.wiki.get(QuestionQueries.class);
        this.communities = this.wiki.get(CommunityService.class);
        this.ledger = this.wiki.get(Ledger.class);
        this.admin = this.wiki.administrator("admin");
        this.fay = this.wiki.account("fay");
        this.anna = this.wiki.account("anna");
        this.bert = this.wiki.account("bert");
        this.carl = this.wiki.account("carl");
        this.community = found("Proofs", CommunityService.Visibility.OPEN);
        this.communities.appoint(this.admin, this.community.id(), this.fay, CommunityService.Role.FACILITATOR);
    }

    @AfterEach
    protected void stopWiki()
    {
        this.wiki.close();
    }

    protected CommunityView found(String title, CommunityService.Visibility access) throws CopException
    {
        return this.communities.found(this.admin,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, title,
            "What we talk about.", List.of("proofs"), access));
    }

    protected PostId ask(UserId who, String title, String... tags) throws CopException
    {
        return ask(who, this.community, title, tags);
    }

    protected PostId ask(UserId who, CommunityView where, String title, String... tags) throws CopException
    {
        return this.service.ask(who, new Ask(UUID.randomUUID(), where.id(), title, BODY, List.of(tags))).id();
    }

    protected PostId answer(UserId who, PostId question) throws CopException
    {
        return answer(who, question, "By induction on the number of steps.");
    }

    protected PostId answer(UserId who, PostId question, String body) throws CopException
    {
        return this.service.answer(who, question, UUID.randomUUID(), body).id();
    }

    protected QuestionView view(UserId reader, PostId question) throws CopException
    {
        return this.queries.question(reader, question, ThreadQuery.of(AnswerOrder.SCORE));
    }

    protected List<QuestionSummary> list(UserId reader, Order order) throws CopException
    {
        return this.queries.list(reader, new ListQuery(WIKI, null, null, null, null, order, null, 50)).items();
    }

    /** What somebody is told. */
    protected static CopException refusal(CopException.Kind kind, ThrowingCallable work)
    {
        CopException refusal = catchThrowableOfType(CopException.class, work);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getKind()).as(refusal.getText().key()).isEqualTo(kind);
        return refusal;
    }
}
