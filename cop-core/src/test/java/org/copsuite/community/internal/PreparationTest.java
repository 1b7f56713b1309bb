/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Preparation;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

/** A community that is not live is private for everybody else, until it is launched. */
@OnEveryDatabase
class PreparationTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final CommunityService service = this.wiki.get(CommunityService.class);

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityView prepare(Visibility access, Joining joining) throws CopException
    {
        CommunityView view = this.service.prepare(this.boss, draft(new CommunityId(UUID.randomUUID()), access, joining));
        this.service.appoint(this.boss, view.id(), this.anna, Role.FACILITATOR);
        return this.service.get(this.anna, WIKI, view.id());
    }

    private static CommunityDraft draft(CommunityId id, Visibility access, Joining joining)
    {
        return new CommunityDraft(id, WIKI, "Wound care", "What it is for.", List.of("wounds"), access, joining);
    }

    private void assertHidden(CommunityId id)
    {
        for (UserId reader : List.of(this.bert, UserId.GUEST)) {
            assertThatThrownBy(() -> this.service.get(reader, WIKI, id)).isInstanceOfSatisfying(CopException.class,
                e -> assertThat(e.getKind()).isEqualTo(Kind.NOT_FOUND));
            assertThat(this.service.named(reader, WIKI, "Wound care")).isEmpty();
            assertThat(this.wiki.get(CommunityAccess.class).visible(reader, WIKI)).doesNotContain(id);
        }
        assertThat(this.wiki.get(CommunityAccess.class).open(WIKI)).doesNotContain(id);
    }

    @Test
    void isPrivateAndJoinedByInvitationUntilItIsLaunched() throws Exception
    {
        CommunityView prepared = prepare(Visibility.OPEN, Joining.REQUEST);

        assertThat(prepared.isLive()).isFalse();
        assertThat(prepared.access()).isEqualTo(Visibility.PRIVATE);
        assertThat(prepared.joining()).isEqualTo(Joining.INVITATION);
        assertThat(prepared.preparation()).isEqualTo(new Preparation(Visibility.OPEN, Joining.REQUEST));
        assertThat(prepared.space().toString()).endsWith(prepared.id().toString().substring(0, 8));
        assertHidden(prepared.id());

        CommunityView live = this.service.launch(this.anna, prepared.id());
        this.service.launch(this.anna, prepared.id());
        assertThat(live.isLive()).isTrue();
        assertThat(live.access()).isEqualTo(Visibility.OPEN);
        assertThat(live.joining()).isEqualTo(Joining.REQUEST);
        assertThat(this.service.get(UserId.GUEST, WIKI, live.id()).title()).isEqualTo("Wound care");
        assertThat(this.wiki.access().has(this.bert, Right.COMMENT, live.page())).isFalse();
        assertThat(this.wiki.get(Ledger.class).about(WIKI, live.id().value())).extracting(LedgerEntry::getActName)
            .containsOnlyOnce(CommunityActs.PREPARED.name()).containsOnlyOnce(CommunityActs.LAUNCHED.name());
    }

    @Test
    void onlyWhoRunsItLaunchesIt() throws Exception
    {
        CommunityView prepared = prepare(Visibility.OPEN, Joining.OPEN);
        this.service.appoint(this.anna, prepared.id(), this.bert, Role.MEMBER);
        assertThatThrownBy(() -> this.service.launch(this.bert, prepared.id())).isInstanceOfSatisfying(
            CopException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.FORBIDDEN));
        assertThatThrownBy(() -> this.service.launch(UserId.GUEST, prepared.id())).isInstanceOfSatisfying(
            CopException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SIGN_IN));
        assertThat(this.service.get(this.anna, WIKI, prepared.id()).isLive()).isFalse();
    }

    @Test
    void aChangeKeepsItHiddenAndChangesWhatItBecomes() throws Exception
    {
        CommunityView prepared = prepare(Visibility.PRIVATE, null);
        CommunityView changed = this.service.change(this.anna, prepared.id(),
            draft(prepared.id(), Visibility.OPEN, Joining.OPEN), prepared.version());

        assertThat(changed.preparation()).isEqualTo(new Preparation(Visibility.OPEN, Joining.OPEN));
        assertThat(changed.access()).isEqualTo(Visibility.PRIVATE);
        assertHidden(prepared.id());
        assertThat(this.service.launch(this.anna, prepared.id()).access()).isEqualTo(Visibility.OPEN);
    }

    @Test
    void isRepeatedWithItsId() throws Exception
    {
        CommunityDraft draft = draft(new CommunityId(UUID.randomUUID()), Visibility.OPEN, Joining.OPEN);
        assertThat(this.service.prepare(this.boss, draft)).isEqualTo(this.service.prepare(this.boss, draft));
    }

    @Test
    void aLaunchThatEndedHalfwayIsRepeated() throws Exception
    {
        CommunityView prepared = prepare(Visibility.OPEN, Joining.OPEN);
        Access dying = mock(Access.class, delegatesTo(this.wiki.access()));
        doThrow(new IllegalStateException("killed")).when(dying).protect(any(), any());
        CommunityService killed = this.wiki.afterItWasKilled().with(Access.class, dying).get(CommunityService.class);
        assertThatThrownBy(() -> killed.launch(this.anna, prepared.id())).hasMessage("killed");
        assertHidden(prepared.id());

        assertThat(this.service.launch(this.anna, prepared.id()).isLive()).isTrue();
        assertThat(this.service.get(this.bert, WIKI, prepared.id()).mayJoin()).isTrue();
    }

    @Test
    void aRebuildKeepsItAsItIs() throws Exception
    {
        CommunityView prepared = prepare(Visibility.OPEN, Joining.REQUEST);
        CommunityView before = this.service.get(this.boss, WIKI, prepared.id());
        this.wiki.run("rebuild");
        assertThat(this.service.get(this.boss, WIKI, prepared.id())).isEqualTo(before);

        this.service.launch(this.anna, prepared.id());
        CommunityView live = this.service.get(this.boss, WIKI, prepared.id());
        this.wiki.run("rebuild");
        assertThat(this.service.get(this.boss, WIKI, prepared.id())).isEqualTo(live);
    }

    @Test
    void aPageThatSaysItIsInPreparationIsFoundedSo() throws Exception
    {
        CommunityView prepared = prepare(Visibility.OPEN, Joining.REQUEST);
        this.wiki.database().execute("delete from cop_ledger");
        this.wiki.database().execute("delete from cop_community");
        this.wiki.database().execute("delete from cop_membership");
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(this.service.get(this.boss, WIKI, prepared.id()).preparation())
            .isEqualTo(new Preparation(Visibility.OPEN, Joining.REQUEST));
        assertHidden(prepared.id());
    }
}
