/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.SpaceId;
import org.junit.jupiter.api.Test;

/** Each node of a cluster reconciles all wikis at its start and every night; two that do it at once do it once. */
@OnEveryDatabase
class NodesTest extends AbstractPageSynchroniserTest
{
    private static final int MANY = 8;

    private final List<UUID> asked = new ArrayList<>();

    private final List<PageId> copies = new ArrayList<>();

    private final List<PostId> gone = new ArrayList<>();

    private final List<PostId> edited = new ArrayList<>();

    @Test
    void twoThatReconcileAtOnceRecordEachThingOnce() throws Exception
    {
        this.synchroniser.stop();
        happenUnseen();
        int community = this.ledger.about(WIKI, this.community.id().value()).size();

        reconcileAtOnce(this.wiki.afterItWasKilled(), this.wiki.afterItWasKilled(), this.wiki.afterItWasKilled());

        for (UUID id : this.asked) {
            assertThat(acts(new PostId(id))).containsExactly(QuestionActs.ASKED.name());
            assertThat(view(this.anna, new PostId(id)).post().comments()).hasSize(1);
            assertThat(view(this.anna, new PostId(id)).answers()).hasSize(1);
        }
        for (PostId id : this.gone) {
            assertThat(acts(id)).containsExactly(QuestionActs.ASKED.name(), QuestionActs.DELETED.name());
        }
        for (PostId id : this.edited) {
            assertThat(acts(id)).containsExactly(QuestionActs.ASKED.name(), QuestionActs.EDITED.name());
        }
        assertThat(this.copies).allSatisfy(copy -> {
            UUID id = this.wiki.pages().load(copy).flatMap(Page::object).orElseThrow().id();
            assertThat(this.ledger.about(WIKI, id)).extracting(LedgerEntry::getActName)
                .containsExactly(QuestionActs.ASKED.name());
            assertThat(this.wiki.pages().holding(WIKI, id)).containsExactly(copy);
        });
        assertThat(this.ledger.about(WIKI, this.community.id().value())).hasSize(community);
        assertThat(list(this.anna, Order.NEWEST)).hasSize(1 + 3 * MANY);
        assertThat(counts(this.community)).containsExactly(1 + 3 * MANY, 1 + MANY);
        assertThat(this.synchroniser.reconcile(WIKI)).isZero();
    }

    /** What no node heard of: questions asked, answered and commented on, edited, copied, deleted. */
    private void happenUnseen() throws Exception
    {
        SpaceId questions = this.community.space().child("Questions");
        List<PageId> lost = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            this.edited.add(ask(this.anna, "To be edited " + i, "tag"));
            this.gone.add(ask(this.carl, "To be deleted " + i, "tag"));
            lost.add(page(this.gone.get(i)));
        }
        this.wiki.pages().setSilent(true);
        for (int i = 0; i < MANY; i++) {
            UUID id = UUID.randomUUID();
            PageId place = questions.child("lost" + i).home();
            PageId copy = questions.child("copy" + i).home();
            this.wiki.pages().create(place, TITLE, BODY, question(id), this.anna);
            this.wiki.pages().create(place.space().page("Answer-x"), "", "It is.",
                new PageObject("answer", UUID.randomUUID(), Map.of()), this.bert);
            this.wiki.pages().comment(place, new PageComment(UUID.randomUUID(), this.carl, Instant.now(), "Really?"));
            this.wiki.pages().edit(page(this.edited.get(i)), "Edited " + i, BODY, this.anna);
            this.wiki.pages().copy(page(this.edited.get(i)), copy, this.bert);
            this.wiki.pages().delete(lost.get(i), this.fay);
            this.asked.add(id);
            this.copies.add(copy);
        }
        this.wiki.pages().setSilent(false);
    }

    private static void reconcileAtOnce(TestWiki... nodes) throws Exception
    {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.length);
        try {
            CyclicBarrier together = new CyclicBarrier(nodes.length);
            List<Future<Long>> ends = new ArrayList<>();
            for (TestWiki node : nodes) {
                PageSynchroniser synchroniser = node.get(PageSynchroniser.class);
                ends.add(threads.submit(() -> {
                    together.await();
                    return synchroniser.reconcile(WIKI);
                }));
            }
            for (Future<Long> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
