/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An open and a private community of bakers, and a Solr core in this process that follows what they do. */
public abstract class AbstractIndexTest
{
    protected static final WikiId WIKI = TestWiki.WIKI;

    protected static EmbeddedIndex index;

    protected TestWiki wiki;

    protected QuestionService questions;

    protected LedgerConsumers consumers;

    protected UserId boss;

    protected UserId anna;

    protected UserId bert;

    protected CommunityView open;

    protected CommunityView secret;

    @BeforeAll
    static void startSolr()
    {
        index = new EmbeddedIndex();
    }

    @AfterAll
    static void stopSolr()
    {
        index.close();
    }

    @BeforeEach
    protected void startWiki() throws Exception
    {
        index.client().deleteByQuery("*:*");
        index.client().commit();
        openWiki();
        this.consumers.start();
    }

    /** The wiki of a test; one that contributes components of its own overrides it. */
    protected TestWiki newWiki()
    {
        return new TestWiki().with(Index.class, index);
    }

    /** A wiki of its own, with the index that there is; nothing follows its ledger yet. */
    protected void openWiki() throws Exception
    {
        this.wiki = newWiki();
        this.questions = this.wiki.get(QuestionService.class);
        this.boss = this.wiki.administrator("boss");
        this.anna = this.wiki.account("anna");
        this.bert = this.wiki.account("bert");
        this.open = found("Bakers", CommunityService.Visibility.OPEN);
        this.secret = found("Secret recipes", CommunityService.Visibility.PRIVATE);
        this.consumers = this.wiki.get(LedgerConsumers.class);
    }

    @AfterEach
    void stopWiki()
    {
        this.consumers.stop();
        this.wiki.close();
    }

    protected CommunityView found(String title, CommunityService.Visibility access) throws CopException
    {
        return this.wiki.get(CommunityService.class).found(this.boss,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, title, "Bread.", List.of(),
                access));
    }

    protected Post ask(UserId who, CommunityView where, String title, String body, String... tags) throws CopException
    {
        return this.questions.ask(who, new Ask(UUID.randomUUID(), where.id(), title, body, List.of(tags)));
    }

    /** Waits until the index holds what was done so far. */
    protected void caughtUp()
    {
        assertThat(this.consumers.await(Duration.ofSeconds(30))).isTrue();
    }
}
