/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.SpaceAdoption;
import org.copsuite.community.SpaceAdoption.AdoptionRequest;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefaultSpaceAdoptionTest extends AbstractQuestionTest
{
    private static final SpaceId CARE = SpaceId.of(WIKI, "Projects", "Care");

    private SpaceAdoption adoption;

    @BeforeEach
    void start()
    {
        this.adoption = this.wiki.get(SpaceAdoption.class);
    }

    private void page(SpaceId space)
    {
        this.wiki.pages().create(space.home(), "Care", "What **we** wrote.", null, this.carl);
    }

    private AdoptionRequest form(SpaceId space)
    {
        return new AdoptionRequest(new CommunityId(UUID.randomUUID()), space, "Care circle", "We care.",
            List.of("Wound care"), Visibility.OPEN,
            this.bert);
    }

    private String refusedSpace(AdoptionRequest form)
    {
        return refusal(Kind.INVALID, () -> this.adoption.adopt(this.admin, form)).getFields().get("space").key();
    }

    @Test
    void aSpaceBecomesACommunityAndItsHomePageKeepsItsText() throws Exception
    {
        page(CARE);
        AdoptionRequest form = form(CARE);
        CommunityView view = this.adoption.adopt(this.admin, form);

        assertThat(view.id()).isEqualTo(form.id());
        assertThat(view.space()).isEqualTo(CARE);
        assertThat(view.title()).isEqualTo("Care circle");
        assertThat(view.purpose()).isEqualTo("We care.\n\nWhat **we** wrote.");
        assertThat(view.domains()).containsExactly("wound-care");
        Page home = this.wiki.pages().load(CARE.home()).orElseThrow();
        assertThat(home.content()).isEqualTo("We care.\n\nWhat **we** wrote.");
        assertThat(home.object()).map(PageObject::type).contains("community");
        assertThat(home.author()).isEqualTo(this.admin);
        assertThat(this.ledger.about(WIKI, view.id().value())).extracting(LedgerEntry::getActName,
            LedgerEntry::getActor)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(CommunityActs.FOUNDED.name(), this.admin),
                org.assertj.core.groups.Tuple.tuple(CommunityActs.JOINED.name(), this.admin));
        assertThat(this.communities.get(this.bert, WIKI, view.id()).mine()).isEqualTo(Role.FACILITATOR);
        assertThat(view.mine()).isNull();
    }

    @Test
    void itsSpaceIsProtectedAsThatOfANewCommunity() throws Exception
    {
        page(CARE);
        AdoptionRequest form = form(CARE);
        CommunityView view = this.adoption.adopt(this.admin, new AdoptionRequest(form.id(), CARE, form.title(), "",
            List.of(), Visibility.PRIVATE, this.bert));

        assertThat(this.wiki.access().decidingSpace(CARE.page("Other"))).isEqualTo(CARE);
        assertThat(this.wiki.access().has(this.anna, Right.VIEW, CARE.page("Other"))).isFalse();
        assertThat(this.wiki.access().has(this.bert, Right.MODERATE, CARE.home())).isTrue();
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, view.id()));
        assertThat(view.purpose()).isEqualTo("What **we** wrote.");
        PostId question = ask(this.bert, view, TITLE);
        refusal(Kind.NOT_FOUND, () -> view(this.anna, question));
    }

    @Test
    void itsFacilitatorMayViewItBeforeTheLedgerSaysSo() throws Exception
    {
        page(CARE);
        AdoptionRequest form = form(CARE);
        Set<Boolean> seen = new HashSet<>();
        Projection projection = mock();
        doAnswer(invocation -> seen.add(this.wiki.access().has(this.bert, Right.MODERATE, CARE.home())))
            .when(projection).apply(any(), any(), any());
        this.wiki.with(Projection.class, "admission", projection);

        this.adoption.adopt(this.admin, new AdoptionRequest(form.id(), CARE, form.title(), "", List.of(),
            Visibility.PRIVATE,
            this.bert));

        assertThat(seen).containsExactly(true);
    }

    @Test
    void reconciliationAndRebuildFindNothingToChange() throws Exception
    {
        page(CARE);
        CommunityView view = this.adoption.adopt(this.admin, form(CARE));
        assertThat(this.wiki.get(PageSynchroniser.class).reconcile(WIKI)).isZero();
        assertThat(this.communities.get(this.admin, WIKI, view.id())).isEqualTo(view);
    }

    @Test
    void doingItTwiceChangesNothing() throws Exception
    {
        page(CARE);
        AdoptionRequest form = form(CARE);
        CommunityView first = this.adoption.adopt(this.admin, form);
        assertThat(this.adoption.adopt(this.admin, form)).isEqualTo(first);
        assertThat(this.wiki.pages().history(CARE.home())).hasSize(2);
    }

    @Test
    void itGoesOnWhereItEndedWithThePage() throws Exception
    {
        AdoptionRequest form = form(CARE);
        this.wiki.pages().create(CARE.home(), "Care", "We care.\n\nWhat **we** wrote.",
            new PageObject("community", form.id().value(), Map.of()), this.carl);
        assertThat(this.wiki.get(PageSynchroniser.class).reconcile(WIKI)).isZero();

        CommunityView view = this.adoption.adopt(this.admin, form);

        assertThat(view.purpose()).isEqualTo("We care.\n\nWhat **we** wrote.");
        assertThat(view.title()).isEqualTo("Care circle");
    }

    @Test
    void aSpaceThatIsOrHoldsOrLiesInACommunityIsRefused()
    {
        page(this.community.space().child("Inner"));
        page(this.community.space().parent());
        assertThat(refusedSpace(form(this.community.space()))).isEqualTo("cop.community.error.adopt.within");
        assertThat(refusedSpace(form(this.community.space().child("Inner"))))
            .isEqualTo("cop.community.error.adopt.within");
        assertThat(refusedSpace(form(this.community.space().parent()))).isEqualTo("cop.community.error.adopt.around");
    }

    @Test
    void aSpaceWithoutAHomePageAndTheWikisOwnSpacesAreRefused()
    {
        assertThat(refusedSpace(form(CARE))).isEqualTo("cop.community.error.adopt.noHome");
        for (SpaceId space : List.of(SpaceId.of(WIKI), SpaceId.of(WIKI, "XWiki"), SpaceId.of(WIKI, "CoP", "Inner"))) {
            AdoptionRequest form = new AdoptionRequest(new CommunityId(UUID.randomUUID()), space, "A title", "",
                List.of(), Visibility.OPEN, this.bert);
            assertThat(refusedSpace(form)).isEqualTo("cop.community.error.adopt.system");
        }
    }

    @Test
    void whatIsWrongWithTheFormIsSaidAndNothingIsChanged()
    {
        page(CARE);
        AdoptionRequest nobody = new AdoptionRequest(new CommunityId(UUID.randomUUID()), CARE, "Care circle", "",
            List.of(), Visibility.OPEN,
            new UserId("xwiki:XWiki.nobody"));
        assertThat(refusal(Kind.INVALID, () -> this.adoption.adopt(this.admin, nobody)).getFields())
            .containsOnlyKeys("facilitator");
        AdoptionRequest wrong = new AdoptionRequest(new CommunityId(UUID.randomUUID()), CARE, "C", "", List.of(), null,
            this.bert);
        CopException refusal = refusal(Kind.INVALID, () -> this.adoption.adopt(this.admin, wrong));
        assertThat(refusal.getFields()).containsOnlyKeys("title", "access");
        assertThat(this.wiki.pages().load(CARE.home()).orElseThrow().object()).isEmpty();
        assertThat(this.wiki.access().decidingSpace(CARE.home())).isNotEqualTo(CARE);
    }

    @Test
    void onlyAdministratorsMay()
    {
        page(CARE);
        refusal(Kind.SIGN_IN, () -> this.adoption.adopt(UserId.GUEST, form(CARE)));
        refusal(Kind.FORBIDDEN, () -> this.adoption.adopt(this.fay, form(CARE)));
    }
}
