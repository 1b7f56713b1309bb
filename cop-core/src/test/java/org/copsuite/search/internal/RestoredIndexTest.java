/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.UUID;

import org.apache.solr.client.solrj.SolrQuery;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A database is restored, and the index is that of before, or the other way round. */
class RestoredIndexTest extends AbstractIndexTest
{
    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    /** Another database with so many further rows, and the index that there is. */
    private void restore(int rows) throws Exception
    {
        this.consumers.stop();
        this.wiki.close();
        openWiki();
        ask(this.bert, this.open, "How is a croissant made?", "With butter, and lots of it.");
        this.wiki.get(Ledger.class).record(tx -> {
            for (int i = 0; i < rows; i++) {
                tx.append(EntryDraft.of(TestWiki.WIKI, this.bert, ActType.named("knocked"), new UUID(0, i)));
            }
            return null;
        });
        this.consumers.start();
        caughtUp();
    }

    private static List<Object> titles() throws Exception
    {
        return index.client().query(new SolrQuery("kind:question")).getResults().stream()
            .map(document -> document.getFieldValue("title")).toList();
    }

    @Test
    void anIndexThatIsFurtherThanTheLedgerIsMadeAgain() throws Exception
    {
        for (int i = 0; i < 20; i++) {
            ask(this.anna, this.open, "How is brioche no. " + i + " made?", "With butter, and lots of it.");
        }
        caughtUp();
        restore(0);

        assertThat(titles()).containsExactly("How is a croissant made?");
        assertThat(this.logs.getMessage(0)).contains("another ledger");
    }

    @Test
    void anIndexOfARowThatWasDoneAtAnotherTimeIsMadeAgain() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        restore(50);

        assertThat(titles()).containsExactly("How is a croissant made?");
        assertThat(this.logs.getMessage(0)).contains("another ledger");
    }

    @Test
    void anIndexOfThisLedgerIsKept() throws Exception
    {
        ask(this.anna, this.open, "How is a brioche made?", "With butter, and lots of it.");
        caughtUp();
        this.consumers.stop();
        ask(this.anna, this.open, "How is a muffin made?", "With butter, and lots of it.");
        this.wiki = this.wiki.afterItWasKilled().with(Index.class, index);
        this.consumers = this.wiki.get(LedgerConsumers.class);
        this.consumers.start();
        caughtUp();

        assertThat(titles()).containsExactlyInAnyOrder("How is a brioche made?", "How is a muffin made?");
        assertThat(this.logs.size()).isZero();
    }
}
