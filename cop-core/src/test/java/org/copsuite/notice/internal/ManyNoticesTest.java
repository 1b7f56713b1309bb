/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.copsuite.community.CommunityAccess;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestServer;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** What many notices, watchers and members cost: no transaction changes all of them, and no page reads all of them. */
@OnEveryDatabase
class ManyNoticesTest extends AbstractNoticeTest
{
    private static final int MANY = 2 * NoticeRepository.STEP + 7;

    /** Stores notices of some people, each of another entry or all of one. */
    private void store(List<UserId> people, int each, UUID subject)
    {
        this.ledger.write(tx -> {
            for (UserId person : people) {
                for (int i = 1; i <= each; i++) {
                    NoticeRow row = new NoticeRow();
                    row.wiki = WIKI.value();
                    row.person = person.value();
                    row.sequence = 1_000_000 + i;
                    row.type = "ANSWER";
                    row.actor = this.bert.value();
                    row.subject = subject;
                    row.at = i;
                    tx.session().persist(row);
                }
            }
        });
    }

    private List<UserId> many()
    {
        return IntStream.range(0, MANY).mapToObj(i -> new UserId("xwiki:XWiki.reader" + i)).toList();
    }

    private long rows(String condition)
    {
        return this.ledger.read(session -> session.createQuery("select count(sequence) from NoticeRow where " + condition,
            Long.class).getSingleResult());
    }

    private long transactions(Runnable work)
    {
        long before = this.wiki.database().sessions().getStatistics().getSuccessfulTransactionCount();
        work.run();
        return this.wiki.database().sessions().getStatistics().getSuccessfulTransactionCount() - before;
    }

    @Test
    void marksManyAsReadInSteps() throws Exception
    {
        store(List.of(this.anna), MANY, UUID.randomUUID());
        long last = 1_000_000L + MANY - 1;
        NoticeRepository repository = this.wiki.get(NoticeRepository.class);

        assertThat(transactions(() -> repository.readAll(this.anna, WIKI, last))).isGreaterThanOrEqualTo(3);

        assertThat(rows("seen = false")).as("what came later stays unread").isEqualTo(1);
        this.notices.readAll(this.anna, WIKI, Long.MAX_VALUE);
        assertThat(rows("seen = false")).isZero();
    }

    @Test
    void forgetsManyInSteps()
    {
        UUID subject = UUID.randomUUID();
        store(many(), 1, subject);
        store(List.of(this.anna), 2, UUID.randomUUID());
        NoticeRepository repository = this.wiki.get(NoticeRepository.class);

        assertThat(transactions(() -> repository.forget(WIKI, subject, this.wiki.get(NoticeTypes.class).all().values())))
            .isGreaterThanOrEqualTo(3);
        assertThat(rows("sequence > 0")).as("the notices about something else").isEqualTo(2);

        store(many(), 1, subject);
        assertThat(transactions(() -> repository.forget(WIKI, 1_000_001))).isGreaterThanOrEqualTo(3);
        assertThat(rows("sequence > 0")).isEqualTo(1);
    }

    @Test
    void purgesManyInSteps()
    {
        store(List.of(this.anna), MANY, UUID.randomUUID());
        NoticeRepository repository = this.wiki.get(NoticeRepository.class);

        assertThat(transactions(() -> repository.purge(MANY - 1))).isGreaterThanOrEqualTo(3);
        assertThat(rows("sequence > 0")).isEqualTo(2);
    }

    /** HSQLDB sorts all rows with the same first columns of the key, unless the statement names the index's order. */
    @Test
    void readsAPageInTheOrderOfAnIndex() throws Exception
    {
        this.wiki.database().startCounting();
        list(this.anna);
        this.watching.watched(this.anna, WIKI, null, 10);
        this.wiki.get(WatchRepository.class).watchers(proofs(), "", 10);
        this.communities.members(this.anna, this.community.id(), null, 10);
        this.wiki.get(CommunityAccess.class).members(WIKI, this.community.id(), "", 10);

        Set<String> texts = this.wiki.database().statementTexts();
        for (String table : List.of("cop_notice", "cop_watch", "cop_membership")) {
            assertThat(texts).filteredOn(text -> text.contains(table) && text.contains("order by")).isNotEmpty()
                .allMatch(text -> text.endsWith(" using index") == (TestServer.chosen() == TestServer.HSQLDB));
        }
    }
}
