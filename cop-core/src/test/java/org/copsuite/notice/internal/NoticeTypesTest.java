/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Named;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A capability that the suite does not know contributes a notice type. */
@OnEveryDatabase
class NoticeTypesTest extends AbstractNoticeTest
{
    private static final ActType<Void> PRAISED = ActType.named("praised");

    private static final ActType<Void> UNPRAISED = ActType.named("unpraised");

    private final Praise praise = new Praise("PRAISE", "cop-praise");

    /** Notifies the beneficiary; carl may not view it. */
    private final class Praise implements NoticeType, NoticeTargets
    {
        private final String name;

        private final String anchor;

        private int calls;

        Praise(String name, String anchor)
        {
            this.name = name;
            this.anchor = anchor;
        }

        @Override
        public String name()
        {
            return this.name;
        }

        @Override
        public String icon()
        {
            return "award";
        }

        @Override
        public Set<ActType<?>> acts()
        {
            return Set.of(PRAISED);
        }

        @Override
        public Set<ActType<?>> endActs()
        {
            return Set.of(UNPRAISED);
        }

        @Override
        public Optional<Audience> audience(LedgerEntry entry)
        {
            return Optional.of(Audience.of(Set.of(entry.getBeneficiary(), NoticeTypesTest.this.carl))
                .about(entry.getCommunity().value()));
        }

        @Override
        public NoticeTargets targets()
        {
            return this;
        }

        @Override
        public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
        {
            this.calls++;
            Map<StoredNotice, Target> targets = new LinkedHashMap<>();
            if (!reader.equals(NoticeTypesTest.this.carl)) {
                notices.forEach(notice -> targets.put(notice,
                    new Target("<b>by " + notice.actor(), SpaceId.of(wiki, "XWiki").page("praise"), this.anchor)));
            }
            return targets;
        }
    }

    @BeforeEach
    void contribute()
    {
        this.wiki.with(NoticeType.class, this.praise.name(), this.praise);
    }

    private UUID praise(UserId whom)
    {
        UUID id = UUID.randomUUID();
        this.ledger.write(tx -> tx.append(EntryDraft.of(WIKI, this.anna, PRAISED, id).in(this.community.id())
            .benefiting(whom)));
        return id;
    }

    @Test
    void tellsThoseWhomTheTypeNamesAndWhoMayView() throws Exception
    {
        praise(this.bert);

        assertThat(told(this.bert)).containsExactly("PRAISE Anna: <b>by " + this.anna);
        NoticeView notice = list(this.bert).get(0);
        assertThat(notice.key()).isEqualTo("praise");
        assertThat(notice.page().name()).isEqualTo("praise");
        assertThat(notice.anchor()).isEqualTo("cop-praise");
        assertThat(told(this.carl)).isEmpty();
        assertThat(told(this.anna)).isEmpty();
        assertThat(count("type = 'PRAISE'")).as("nothing is kept for whom there is no target").isEqualTo(1);
    }

    @Test
    void tellsNobodyAfterTheActThatEndsIt() throws Exception
    {
        UUID ended = praise(this.bert);
        praise(this.bert);
        assertThat(told(this.bert)).hasSize(2);
        this.ledger.write(tx -> tx.append(EntryDraft.of(WIKI, this.anna, UNPRAISED, ended)));

        assertThat(told(this.bert)).hasSize(1);
    }

    @Test
    void tellsOneThingOfOneEntry() throws Exception
    {
        this.wiki.with(NoticeType.class, "APPLAUSE", new Praise("APPLAUSE", "cop-applause"));
        praise(this.bert);

        assertThat(told(this.bert)).containsExactly("APPLAUSE Anna: <b>by " + this.anna);
    }

    @Test
    void findsTheTargetsOfAListAtOnce() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            praise(this.bert);
        }
        follow();
        this.praise.calls = 0;

        assertThat(list(this.bert)).hasSize(5);
        assertThat(this.praise.calls).isEqualTo(1);
    }

    @Test
    void passesItToTheWikiUnderItsName() throws Exception
    {
        this.port.startCarrying();
        praise(this.bert);
        follow();
        this.wiki.get(NoticeDispatcher.class).dispatchSome();

        assertThat(this.port.carried().values()).extracting(Notice::type, Notice::key, Notice::anchor)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("PRAISE", "praise", "cop-praise"));
        assertThat(this.port.people(this.port.carried().keySet().iterator().next()))
            .containsExactly(this.bert.value());
    }

    @Test
    void isShownToNobodyOnceItsExtensionIsGone() throws Exception
    {
        praise(this.bert);
        thank(this.anna, this.bert, null);
        assertThat(told(this.bert)).hasSize(2);
        this.port.startCarrying();
        praise(this.bert);
        follow();

        TestWiki without = this.wiki.afterItWasKilled().with(Notices.class, this.port);
        NoticeDispatcher dispatcher = without.get(NoticeDispatcher.class);
        while (dispatcher.dispatchSome()) {
            assertThat(this.port.carried().values()).extracting(Notice::type).doesNotContain("PRAISE");
        }
        assertThat(count("due is not null")).as("nothing is left to do").isZero();
        assertThat(count("type = 'PRAISE'")).isEqualTo(2);

        NoticeService notices = this.wiki.afterItWasKilled().get(NoticeService.class);
        assertThat(notices.list(this.bert, WIKI, null, 50).items()).extracting(NoticeView::type)
            .containsExactly("THANKS");
        assertThat(notices.unread(this.bert, WIKI)).isEqualTo(1);
        UUID later = praise(this.bert);
        LedgerConsumer consumer = this.wiki.afterItWasKilled().get(LedgerConsumer.class, NoticeRepository.CONSUMER);
        consumer.consume(this.ledger.after(consumer.checkpoint(), 500));
        assertThat(consumer.checkpoint()).isEqualTo(this.ledger.head());
        assertThat(count("subject = '" + later + "'")).isZero();
    }

    private long count(String condition)
    {
        return this.ledger.read(session -> session
            .createQuery("select count(*) from NoticeRow where " + condition, Long.class).getSingleResult());
    }

    @Test
    void everyTypeHasItsNameAsHint()
    {
        assertThat(ContributedComponents.of(NoticeType.class)).isNotEmpty().allSatisfy(type -> {
            assertThat(type.getClass().getAnnotation(Named.class).value()).isEqualTo(type.name());
            assertThat(type.name()).matches("[A-Z][A-Z_]{0,19}");
        });
    }

    /** The names stand in the tables of existing wikis. */
    @Test
    void namesStay()
    {
        assertThat(ContributedComponents.of(NoticeType.class)).extracting(NoticeType::name)
            .contains("QUESTION", "ANSWER", "COMMENT", "ACCEPTED", "THANKS", "ADDED");
    }
}
