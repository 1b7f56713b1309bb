/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.activity.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.activity.ActivityService;
import org.copsuite.activity.ActivityService.Activity;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEveryDatabase
class ActivityServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId stranger = this.wiki.account("stranger");

    private final ActivityService service = this.wiki.get(ActivityService.class);

    private CommunityId open;

    private CommunityId hidden;

    @BeforeEach
    void found() throws Exception
    {
        this.open = community("Databases", Visibility.OPEN);
        this.hidden = community("Behind the door", Visibility.PRIVATE);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityId community(String title, Visibility visibility) throws CopException
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.found(this.boss, new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility));
        communities.appoint(this.boss, id, this.anna, Role.MEMBER);
        return id;
    }

    private UUID poll(CommunityId community, String question, boolean secret) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.wiki.get(PollService.class).start(this.anna, new PollService.Draft(id, WIKI, community, question,
            PollService.Kind.SINGLE, secret, List.of("a", "b"), LocalDate.now(ZoneOffset.UTC)));
        this.wiki.get(PollService.class).vote(this.anna, WIKI, id, List.of(1));
        return id;
    }

    private UUID suggest(String title) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.wiki.get(SuggestionService.class).suggest(this.anna,
            new SuggestionService.Draft(id, WIKI, this.open, title, ""));
        return id;
    }

    private List<String> told(UserId reader, CommunityId community) throws CopException
    {
        List<String> told = new ArrayList<>();
        String after = null;
        do {
            Slice<Activity> slice = this.service.list(reader, WIKI, community, after, 3);
            slice.items().forEach(one -> told.add(one.act() + ' ' + one.target().title()));
            after = slice.next();
        } while (after != null);
        return told;
    }

    @Test
    void saysWhatHappenedAndNoVote() throws Exception
    {
        poll(this.open, "When?", false);
        poll(this.open, "Who?", true);
        UUID suggestion = suggest("A glossary");
        this.wiki.get(SuggestionService.class).decide(this.boss, WIKI, suggestion, SuggestionService.State.DONE, "",
            SuggestionService.State.NEW);

        assertThat(told(UserId.GUEST, this.open)).containsExactly("suggestion-decided A glossary", "suggested A glossary",
            "poll-started Who?", "poll-started When?", "joined Databases", "joined Databases");
        Activity joined = this.service.list(this.anna, WIKI, this.open, null, 100).items().get(4);
        assertThat(joined.person().id()).isEqualTo(this.anna);
        assertThat(joined.community().id()).isEqualTo(this.open);
    }

    @Test
    void nothingOfAPrivateCommunityIsToldToOthers() throws Exception
    {
        poll(this.hidden, "Secretly?", false);
        poll(this.open, "Openly?", false);
        assertThat(told(this.stranger, null)).containsExactly("poll-started Openly?", "joined Databases",
            "joined Databases");
        assertThat(told(this.anna, null)).contains("poll-started Secretly?", "joined Behind the door");
        assertThatThrownBy(() -> this.service.list(this.stranger, WIKI, this.hidden, null, 10))
            .isInstanceOfSatisfying(CopException.class,
                refusal -> assertThat(refusal.getKind()).isEqualTo(Kind.NOT_FOUND));
    }

    @Test
    void pagesWithoutAnythingToShowAreSkipped() throws Exception
    {
        suggest("A glossary");
        for (int i = 0; i < 8; i++) {
            this.wiki.get(SuggestionService.class).suggest(this.anna,
                new SuggestionService.Draft(UUID.randomUUID(), WIKI, this.hidden, "Secret " + i, ""));
        }

        Slice<Activity> first = this.service.list(this.stranger, WIKI, null, null, 2);

        assertThat(first.items()).extracting(one -> one.target().title()).contains("A glossary");
    }

    @Test
    void whatIsDeletedIsToldToNobody() throws Exception
    {
        UUID poll = poll(this.open, "When?", false);
        UUID suggestion = suggest("A glossary");
        this.wiki.get(PollService.class).delete(this.anna, WIKI, poll);
        this.wiki.get(SuggestionService.class).delete(this.anna, WIKI, suggestion);
        assertThat(told(this.anna, this.open)).containsExactly("joined Databases", "joined Databases");
    }

    @Test
    void repeatedActsAreOneItemAndStatementsAreBounded() throws Exception
    {
        UUID suggestion = suggest("A glossary");
        SuggestionService suggestions = this.wiki.get(SuggestionService.class);
        suggestions.decide(this.boss, WIKI, suggestion, SuggestionService.State.PLANNED, "", SuggestionService.State.NEW);
        suggestions.decide(this.boss, WIKI, suggestion, SuggestionService.State.DONE, "", SuggestionService.State.PLANNED);
        assertThat(this.service.list(this.anna, WIKI, this.open, null, 100).items().get(0)).satisfies(one -> {
            assertThat(one.act()).isEqualTo("suggestion-decided");
            assertThat(one.times()).isEqualTo(2);
        });
        poll(this.open, "When?", false);
        long few = statements();
        for (int i = 0; i < 8; i++) {
            suggest("Number " + i);
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(20);
    }

    private long statements() throws CopException
    {
        this.wiki.database().startCounting();
        this.service.list(this.stranger, WIKI, null, null, 100);
        return this.wiki.database().statements();
    }
}
