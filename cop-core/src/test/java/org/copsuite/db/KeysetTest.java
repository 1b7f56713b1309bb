/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class KeysetTest
{
    private static final String WIKI = "xwiki";

    private static final String ALL = "from LedgerEntry e where e.wiki = :wiki";

    private static final Keyset<LedgerEntry> ORDER = new Keyset<LedgerEntry>()
        .ascending("e.actor", Cursor::text, entry -> entry.getActor().value())
        .descending("e.at", Cursor::number, entry -> entry.getAt().toEpochMilli())
        .ascending("e.sequence", Cursor::number, LedgerEntry::getSequence);

    private static final Comparator<LedgerEntry> COMPARATOR =
        Comparator.comparing((LedgerEntry entry) -> entry.getActor().value())
            .thenComparing(LedgerEntry::getAt, Comparator.reverseOrder()).thenComparing(LedgerEntry::getSequence);

    private TestWiki wiki;

    private Ledger ledger;

    private List<Long> sorted;

    /** Writes 12 entries of two people at two times, so that the first columns leave the order open. */
    @BeforeEach
    void start() throws Exception
    {
        this.wiki = new TestWiki();
        this.ledger = this.wiki.get(Ledger.class);
        this.ledger.record(tx -> {
            for (int i = 0; i < 12; i++) {
                tx.append(EntryDraft.of(new WikiId(WIKI), new UserId("xwiki:XWiki.p" + i % 2), ActType.named("knocked"),
                    UUID.randomUUID()).at(Instant.ofEpochMilli(1000 + i % 4 / 2)));
            }
            return null;
        });
        this.sorted = this.ledger.after(0, 100).stream().sorted(COMPARATOR).map(LedgerEntry::getSequence).toList();
        assertThat(this.sorted).hasSize(12);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11, 12, 100})
    void pagesGiveEachRowOnceInOrder(int limit) throws Exception
    {
        List<Long> read = new ArrayList<>();
        String after = null;
        do {
            Slice<LedgerEntry> slice = read(ORDER.page("all", after, limit));
            assertThat(slice.items()).hasSize(Math.min(limit, 12 - read.size()));
            slice.items().forEach(entry -> read.add(entry.getSequence()));
            after = slice.next();
        } while (after != null);
        assertThat(read).isEqualTo(this.sorted);
    }

    private Slice<LedgerEntry> read(KeysetPage<LedgerEntry> page)
    {
        return this.ledger
            .read(session -> page.slice(page.query(session, ALL, LedgerEntry.class).setParameter("wiki", WIKI)));
    }

    @Test
    void sectionsFollowEachOther() throws Exception
    {
        Keyset<LedgerEntry> order = new Keyset<LedgerEntry>()
            .descending("e.sequence", Cursor::number, LedgerEntry::getSequence)
            .inSections(entry -> (int) (entry.getSequence() % 2));
        List<Long> read = new ArrayList<>();
        String after = null;
        do {
            KeysetPage<LedgerEntry> page = order.page("sections", after, 5);
            List<LedgerEntry> rows = new ArrayList<>();
            for (int section = page.section(); section < 2; section++) {
                int of = section;
                rows.addAll(this.ledger.read(session -> page
                    .query(session, ALL + " and mod(e.sequence, 2) = " + of, LedgerEntry.class, of)
                    .setParameter("wiki", WIKI).getResultList()));
            }
            Slice<LedgerEntry> slice = page.slice(rows);
            slice.items().forEach(entry -> read.add(entry.getSequence()));
            after = slice.next();
        } while (after != null);
        assertThat(read).containsExactly(12L, 10L, 8L, 6L, 4L, 2L, 11L, 9L, 7L, 5L, 3L, 1L);
    }

    @Test
    void theFirstColumnIsBoundedByItself()
    {
        assertThat(ORDER.condition()).isEqualTo("e.actor >= :after0 and (e.actor > :after0 or e.at <= :after1 "
            + "and (e.at < :after1 or e.sequence > :after2))");
        assertThat(ORDER.order()).isEqualTo("e.actor, e.at desc, e.sequence");
        Keyset<LedgerEntry> newest = new Keyset<LedgerEntry>()
            .descending("e.sequence", Cursor::number, LedgerEntry::getSequence).within(List.of("e.wiki"));
        assertThat(newest.condition()).isEqualTo("e.sequence < :after0");
        assertThat(newest.order()).isEqualTo("e.wiki desc, e.sequence desc");
    }

    @Test
    void aCursorOrLimitThatDoesNotFitIsRefused() throws Exception
    {
        String next = read(ORDER.page("all", "", 3)).next();

        refused("after", "other", next, 3);
        refused("after", "all", "nonsense", 3);
        refused("after", "all", Cursor.write("all", "xwiki:XWiki.p0", "soon", 1), 3);
        refused("after", "all", Cursor.write("all", "xwiki:XWiki.p0", 1), 3);
        refused("limit", "all", null, 0);
        refused("limit", "all", null, Keyset.MAXIMUM + 1);
    }

    private static void refused(String field, String name, String after, int limit)
    {
        assertThatThrownBy(() -> ORDER.page(name, after, limit)).isInstanceOfSatisfying(CopException.class, refusal -> {
            assertThat(refusal.getKind()).isEqualTo(CopException.Kind.INVALID);
            assertThat(refusal.getFields()).containsOnlyKeys(field);
        });
    }
}
