/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.designation.DesignationService;
import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.designation.DesignationService.Draft;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class DesignationServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId dora = this.wiki.account("dora");

    private final DesignationService service = this.wiki.get(DesignationService.class);

    private CommunityId open;

    private CommunityId secret;

    /** Anna and Bert are members of an open and of a private community; Dora is in none. */
    @BeforeEach
    void found() throws Exception
    {
        this.open = this.wiki.found(this.boss, "Databases", Visibility.OPEN, this.anna, this.bert);
        this.secret = this.wiki.found(this.boss, "Behind the door", Visibility.PRIVATE, this.anna, this.bert);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private Draft draft(CommunityId community, UserId person, String topic)
    {
        return new Draft(UUID.randomUUID(), community, person, topic, "Ran it for years.");
    }

    private UUID nominate(UserId actor, CommunityId community, String topic) throws CopException
    {
        Draft draft = draft(community, null, topic);
        this.service.nominate(actor, WIKI, draft);
        return draft.id();
    }

    private List<String> experts(UserId reader, CommunityId community)
    {
        return this.service.experts(reader, WIKI, community, null, 50).stream()
            .map(one -> one.person().name() + " " + one.topic()).toList();
    }

    private static Kind kind(ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        return refusal == null ? null : refusal.getKind();
    }

    @Test
    void aFacilitatorDesignatesAMember() throws Exception
    {
        Draft draft = draft(this.open, this.anna, " PostgreSQL ");
        this.service.designate(this.boss, WIKI, draft);
        this.service.designate(this.boss, WIKI, draft);

        for (UserId reader : List.of(this.anna, this.dora, UserId.GUEST)) {
            assertThat(this.service.of(reader, WIKI, this.anna)).singleElement().satisfies(one -> {
                assertThat(one.topic()).isEqualTo("postgresql");
                assertThat(one.note()).isEqualTo("Ran it for years.");
                assertThat(one.community().title()).isEqualTo("Databases");
                assertThat(one.mayEnd()).isEqualTo(reader.equals(this.anna));
            });
        }
        assertThat(kind(() -> this.service.designate(this.boss, WIKI, draft(this.open, this.anna, "postgresql"))))
            .isEqualTo(Kind.CONFLICT);
        assertThat(kind(() -> this.service.designate(this.anna, WIKI, draft(this.open, this.bert, "postgresql"))))
            .isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> this.service.designate(this.dora, WIKI, draft(this.secret, this.bert, "postgresql"))))
            .isEqualTo(Kind.NOT_FOUND);
        CopException refusal = catchThrowableOfType(CopException.class, () -> this.service.designate(this.boss, WIKI,
            new Draft(UUID.randomUUID(), this.open, this.dora, "?!", "x".repeat(301))));
        assertThat(refusal.getFields()).containsOnlyKeys("person", "topic", "note");
    }

    @Test
    void aMemberNominatesThemselfAndIsAcceptedOrDeclined() throws Exception
    {
        UUID first = nominate(this.anna, this.open, "postgresql");
        UUID second = nominate(this.anna, this.open, "backups");
        assertThat(experts(this.anna, this.open)).as("not yet").isEmpty();
        assertThat(this.service.nominations(this.boss, WIKI, this.open)).extracting(Designation::topic, Designation::mayDecide)
            .containsExactly(tuple("backups", true),
                tuple("postgresql", true));
        assertThat(this.service.nominations(this.anna, WIKI, this.open)).hasSize(2).noneMatch(Designation::mayDecide);
        assertThat(this.service.nominations(this.bert, WIKI, this.open)).isEmpty();

        assertThat(kind(() -> this.service.answer(this.bert, WIKI, first, true, ""))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> this.service.answer(this.boss, WIKI, first, null, ""))).isEqualTo(Kind.INVALID);
        this.service.answer(this.boss, WIKI, first, true, "Gladly.");
        this.service.answer(this.boss, WIKI, first, true, "Gladly.");
        this.service.answer(this.boss, WIKI, second, false, "Not yet.");
        assertThat(kind(() -> this.service.answer(this.boss, WIKI, second, true, ""))).isEqualTo(Kind.CONFLICT);
        assertThat(experts(this.dora, this.open)).containsExactly("Anna postgresql");
        assertThat(this.service.nominations(this.boss, WIKI, this.open)).isEmpty();

        assertThat(kind(() -> nominate(this.anna, this.open, "postgresql"))).isEqualTo(Kind.CONFLICT);
        assertThat(kind(() -> nominate(this.dora, this.open, "postgresql"))).isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> nominate(this.dora, this.secret, "postgresql"))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> nominate(UserId.GUEST, this.open, "postgresql"))).isEqualTo(Kind.SIGN_IN);
        for (int i = 0; i < DesignationService.OPEN_MAXIMUM; i++) {
            nominate(this.bert, this.open, "topic " + i);
        }
        assertThat(kind(() -> nominate(this.bert, this.open, "one more"))).isEqualTo(Kind.CONFLICT);
        this.service.designate(this.boss, WIKI, draft(this.open, this.bert, "topic 1"));
        assertThat(this.service.nominations(this.bert, WIKI, this.open)).as("designating accepts the nomination").hasSize(4);
    }

    @Test
    void whoIsExpertOrManagesTheMembersEndsItAndWhoLeavesIsNoExpertAnyMore() throws Exception
    {
        UUID id = nominate(this.anna, this.open, "postgresql");
        this.service.answer(this.boss, WIKI, id, true, "");
        assertThat(kind(() -> this.service.end(this.bert, WIKI, id))).isEqualTo(Kind.FORBIDDEN);
        assertThat(kind(() -> this.service.end(this.boss, WIKI, UUID.randomUUID()))).isEqualTo(Kind.NOT_FOUND);
        this.service.end(this.anna, WIKI, id);
        this.service.end(this.boss, WIKI, id);
        assertThat(experts(this.dora, this.open)).isEmpty();

        this.service.designate(this.boss, WIKI, draft(this.open, this.anna, "postgresql"));
        this.wiki.get(CommunityService.class).leave(this.anna, this.open);
        assertThat(experts(this.dora, this.open)).isEmpty();
        assertThat(this.service.of(this.dora, WIKI, this.anna)).isEmpty();
    }

    @Test
    void whatAPrivateCommunityDesignatesIsShownThereOnlyAndAHiddenTopicNowhere() throws Exception
    {
        this.service.designate(this.boss, WIKI, draft(this.secret, this.anna, "butter"));
        UUID waiting = nominate(this.bert, this.secret, "butter");
        for (UserId outsider : List.of(this.dora, UserId.GUEST)) {
            assertThat(experts(outsider, this.secret)).isEmpty();
            assertThat(experts(outsider, null)).isEmpty();
            assertThat(this.service.of(outsider, WIKI, this.anna)).isEmpty();
            assertThat(this.service.nominations(outsider, WIKI, this.secret)).isEmpty();
            assertThat(evidence(outsider)).isEmpty();
        }
        assertThat(kind(() -> this.service.end(this.dora, WIKI, waiting))).isEqualTo(Kind.NOT_FOUND);
        assertThat(kind(() -> this.service.answer(this.dora, WIKI, waiting, true, ""))).isEqualTo(Kind.NOT_FOUND);
        assertThat(evidence(this.bert)).singleElement().satisfies(one -> assertThat(one.person()).isEqualTo(this.anna));
        this.wiki.get(ExpertiseService.class).hide(this.anna, WIKI, "butter");
        assertThat(experts(this.bert, this.secret)).isEmpty();
        assertThat(evidence(this.bert)).isEmpty();
    }

    private List<ExpertiseEvidence.Evidence> evidence(UserId reader)
    {
        return ((DesignatedEvidence) this.wiki.get(ExpertiseEvidence.class, "designated"))
            .find(new ExpertiseEvidence.Query(reader, WIKI, Set.of("butter", "other"), null, 50));
    }

    @Test
    void everybodyConcernedIsTold() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.checkpoint();
        UUID first = nominate(this.anna, this.open, "postgresql");
        UUID second = nominate(this.anna, this.open, "backups");
        consume(consumer);
        assertThat(types(this.boss)).containsExactly("EXPERT_NOMINATED", "EXPERT_NOMINATED");
        this.service.answer(this.boss, WIKI, first, true, "");
        this.service.answer(this.boss, WIKI, second, false, "");
        this.service.designate(this.boss, WIKI, draft(this.open, this.bert, "postgresql"));
        consume(consumer);
        assertThat(types(this.boss)).as("decided").isEmpty();
        assertThat(types(this.anna)).contains("EXPERT_DECLINED", "EXPERT_DESIGNATED");
        assertThat(types(this.bert)).contains("EXPERT_DESIGNATED");
        this.service.end(this.boss, WIKI, first);
        consume(consumer);
        assertThat(types(this.anna)).contains("EXPERT_ENDED").doesNotContain("EXPERT_DESIGNATED");
    }

    @Test
    void theNomineeReadsWhatWasSaidWithTheDecision() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.checkpoint();
        UUID first = nominate(this.anna, this.open, "postgresql");
        UUID second = nominate(this.anna, this.open, "backups");
        this.service.answer(this.boss, WIKI, first, true, "Thank you for the {0} <b>outage</b>.");
        this.service.answer(this.boss, WIKI, second, false, "Please wait a year.");
        consume(consumer);
        assertThat(this.wiki.get(NoticeService.class).list(this.anna, WIKI, null, 20).items().stream()
            .filter(notice -> notice.type().startsWith("EXPERT_")).map(notice -> notice.title()))
            .containsExactlyInAnyOrder("postgresql \u00b7 Databases: \u201cThank you for the {0} <b>outage</b>.\u201d",
                "backups \u00b7 Databases: \u201cPlease wait a year.\u201d");
    }

    private List<String> types(UserId reader) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(reader, WIKI, null, 20).items().stream()
            .map(notice -> notice.type()).filter(type -> type.startsWith("EXPERT_")).toList();
    }

    private void consume(LedgerConsumer consumer) throws Exception
    {
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        this.service.answer(this.boss, WIKI, nominate(this.anna, this.open, "postgresql"), true, "");
        this.service.answer(this.boss, WIKI, nominate(this.anna, this.open, "backups"), false, "");
        this.service.designate(this.boss, WIKI, draft(this.secret, this.bert, "butter"));
        nominate(this.bert, this.open, "waiting");
        String all = "select id, community, person, topic, note, state, nominated_at, sequence_number from cop_designation order by id";
        Object before = this.wiki.database().query(all);
        Projection projection = this.wiki.get(Projection.class, "designations");
        this.wiki.get(Ledger.class).decide(tx -> {
            tx.session().createQuery("update DesignationRow set state = 'ENDED', note = 'broken', topic = 'x'").executeUpdate();
            projection.keys(tx.session(), WIKI, "", 100).forEach(key -> projection.rebuild(tx.session(), WIKI, key));
            return null;
        });
        assertThat(this.wiki.database().query(all)).isEqualTo(before);
    }

    @Test
    void aListCostsTheSameStatementsHoweverManyExpertsThereAre() throws Exception
    {
        this.service.designate(this.boss, WIKI, draft(this.open, this.anna, "postgresql"));
        long few = statements();
        for (int i = 0; i < 10; i++) {
            UserId peer = this.wiki.account("peer" + i);
            this.wiki.get(CommunityService.class).appoint(this.boss, this.open, peer, Role.MEMBER);
            this.service.designate(this.boss, WIKI, draft(this.open, peer, "postgresql"));
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    private long statements()
    {
        this.wiki.database().startCounting();
        assertThat(experts(this.dora, this.open)).isNotEmpty();
        return this.wiki.database().statements();
    }
}
