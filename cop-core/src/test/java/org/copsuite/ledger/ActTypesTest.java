/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.expertise.ExpertiseActs.TopicDetail;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.ledger.ActType.Effect;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Closing;
import org.copsuite.question.QuestionActs.Direction;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionActs.ThanksDetail;
import org.copsuite.spi.Acts;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The stored form of acts, which never changes, and the registry of their types. */
class ActTypesTest
{
    private static final UUID ID = UUID.fromString("5f0c3a52-7d1e-4b0f-9a34-5f1d2b6c7e80");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    static Stream<Arguments> stored()
    {
        return Stream.of(
            arguments(QuestionActs.ANSWERED, ID, "answered", ID.toString()),
            arguments(QuestionActs.COMMENTED, ID, "commented", ID.toString()),
            arguments(QuestionActs.EDITED, "2.1", "edited", "2.1"),
            arguments(QuestionActs.VOTES_IMPORTED, Direction.UP, "votes-imported", "up"),
            arguments(QuestionActs.VOTES_IMPORTED, Direction.DOWN, "votes-imported", "down"),
            arguments(QuestionActs.ACCEPTED, ID, "accepted", ID.toString()),
            arguments(QuestionActs.CLOSED, new Closing(ClosingReason.OFF_TOPIC, null), "closed", "off_topic"),
            arguments(QuestionActs.CLOSED, new Closing(ClosingReason.DUPLICATE, ID), "closed", "duplicate " + ID),
            arguments(QuestionActs.LINKED, ID, "linked", ID.toString()),
            arguments(QuestionActs.MOVED, ID, "moved", ID.toString()),
            arguments(CommunityActs.FOUNDED, Visibility.PRIVATE, "founded", "private"),
            arguments(CommunityActs.JOINED, Role.FACILITATOR, "joined", "facilitator"),
            arguments(CommunityActs.ROLE_GIVEN, Role.EXPERT, "role-given", "expert"),
            arguments(CommunityActs.ACCESS_GIVEN, Visibility.OPEN, "access-given", "open"),
            arguments(CommunityActs.CHANGED, "3.2", "community-changed", "3.2"),
            arguments(RecognitionActs.THANKED, new ThanksDetail(null, "For\nall."), "thanked", "-\nFor\nall."),
            arguments(RecognitionActs.THANKED, new ThanksDetail(ID, "Yes."), "thanked", ID + "\nYes."),
            arguments(ExpertiseActs.DECLARED, new TopicDetail("knots", "", Set.of(), List.of()), "declared", "knots\n"),
            arguments(ExpertiseActs.DECLARED, new TopicDetail("knots", "Ask me.", Set.of(Offer.TALKS, Offer.ANSWERS),
                List.of(PageId.parse("xwiki:A.B"))), "declared", "knots\nAsk me.\nANSWERS TALKS\nxwiki:A.B"),
            arguments(ActType.REVERSED, "voted", "undone", "voted"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    <D> void aDetailIsStoredAsEver(ActType<D> act, D detail, String name, String text)
    {
        EntryDraft draft = EntryDraft.of(TestWiki.WIKI, ANNA, act, ID, detail);
        assertThat(draft.act().name()).isEqualTo(name);
        assertThat(draft.detail()).isEqualTo(text);
        assertThat(new LedgerEntry(1, draft).detail(act)).isEqualTo(detail);
    }

    @Test
    void actsWithoutADetailStoreNone()
    {
        for (ActType<Void> act : List.of(QuestionActs.ASKED, QuestionActs.VOTED, QuestionActs.REOPENED,
            QuestionActs.DELETED, QuestionActs.RESTORED, CommunityActs.LEFT, CommunityActs.DELETED,
            CommunityActs.RESTORED, RecognitionActs.UNTHANKED, ExpertiseActs.RETRACTED))
        {
            EntryDraft draft = EntryDraft.of(TestWiki.WIKI, ANNA, act, ID);
            assertThat(draft.detail()).as(act.name()).isNull();
            assertThat(new LedgerEntry(1, draft).detail(act)).as(act.name()).isNull();
        }
    }

    @Test
    void everyCapabilityDeclaresItsActsOnce()
    {
        try (TestWiki wiki = new TestWiki()) {
            List<ActType<?>> all = wiki.all(Acts.class).stream()
                .flatMap(acts -> acts.types().stream()).toList();
            assertThat(all).doesNotHaveDuplicates().contains(QuestionActs.ASKED, QuestionActs.MOVED,
                CommunityActs.RESTORED, RecognitionActs.UNTHANKED, ExpertiseActs.DECLARED);
        }
    }

    @Test
    void anActOfARemovedExtensionStaysReadableAndHasNoEffect()
    {
        try (TestWiki wiki = new TestWiki()) {
            Ledger ledger = wiki.get(Ledger.class);
            ActType<Void> gone = ActType.named("endorsed-once").creating().asActivity();
            ledger.write(tx -> tx.append(EntryDraft.of(TestWiki.WIKI, ANNA, gone, ID)));
            LedgerEntry entry = ledger.about(TestWiki.WIKI, ID).get(0);
            assertThat(entry.getActName()).isEqualTo("endorsed-once");
            assertThat(wiki.get(ActTypes.class).find("endorsed-once")).isEqualTo(Optional.empty());
            assertThat(wiki.get(ActTypes.class).find("asked")).contains(QuestionActs.ASKED);
            assertThat(wiki.get(ActTypes.class).effect(entry)).isEqualTo(Effect.NONE);
        }
    }

    /** The acts of an extension. */
    public static final class LateActs implements Acts
    {
        /** Arrived late. */
        public static final ActType<Void> ARRIVED = ActType.named("arrived").ending();
    }

    @Test
    void theActsOfAnExtensionAreKnownFromItsInstallationOn()
    {
        try (TestWiki wiki = new TestWiki()) {
            ActTypes types = wiki.get(ActTypes.class);
            assertThat(types.find("arrived")).isEmpty();
            wiki.with(Acts.class, "late", new LateActs());
            assertThat(types.find("arrived")).contains(LateActs.ARRIVED);
            assertThat(types.names(type -> type.effect() == Effect.ENDS)).contains("arrived", "deleted", "unthanked");
        }
    }

    @Test
    void theNameOfATypeIsLimited()
    {
        assertThatThrownBy(() -> ActType.named("Asked")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActType.named("x".repeat(41))).isInstanceOf(IllegalArgumentException.class);
    }
}
