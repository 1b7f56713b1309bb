/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.UUID;

import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

/** Forms carry ids, and whoever sends one may choose the id of something about which there are thousands of entries. */
class SubjectHistoryTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final ActType<Void> MADE = ActType.named("made");

    private static final ActType<Void> KNOCKED = ActType.named("knocked");

    private static final int MANY = 5000;

    private static final long BUDGET = 500_000;

    private final UUID subject = UUID.randomUUID();

    private TestWiki wiki;

    private Ledger ledger;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.ledger = this.wiki.get(Ledger.class);
        this.ledger.write(tx -> {
            tx.append(EntryDraft.of(WIKI, ANNA, MADE, this.subject));
            for (int i = 0; i < MANY; i++) {
                tx.append(EntryDraft.of(WIKI, ANNA, KNOCKED, this.subject).withOccurrence(String.valueOf(i)));
            }
        });
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private static long allocated()
    {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
            .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void theFirstEntryCostsTheSameHoweverManyFollow()
    {
        // Plans and statements are made once.
        this.ledger.first(WIKI, UUID.randomUUID());
        long before = allocated();
        assertThat(this.ledger.first(WIKI, this.subject)).get().matches(entry -> entry.is(MADE));
        assertThat(allocated() - before).as("bytes").isLessThan(BUDGET);
    }

    @Test
    void theEntriesOfOneActCostNothingOfTheOthers()
    {
        this.ledger.about(WIKI, UUID.randomUUID(), MADE);
        long before = allocated();
        assertThat(this.ledger.about(WIKI, this.subject, MADE)).singleElement().matches(entry -> entry.is(MADE));
        assertThat(allocated() - before).as("bytes").isLessThan(BUDGET);
    }

    @Test
    void anUnknownIdHasNoEntry()
    {
        assertThat(this.ledger.first(WIKI, UUID.randomUUID())).isEmpty();
        assertThat(this.ledger.first(new WikiId("other"), this.subject)).isEmpty();
        assertThat(this.ledger.about(WIKI, this.subject)).hasSize(MANY + 1);
    }
}
