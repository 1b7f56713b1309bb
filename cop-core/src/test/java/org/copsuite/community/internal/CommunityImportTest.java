/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityImport;
import org.copsuite.community.CommunityImport.Founding;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityRoles.Term;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class CommunityImportTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final Instant FOUNDED = Instant.parse("2024-05-06T07:08:09Z");

    private static final Instant JOINED = Instant.parse("2024-07-08T09:10:11Z");

    private final TestWiki wiki = new TestWiki();

    private final UserId founder = this.wiki.administrator("founder");

    private final UserId facilitator = this.wiki.account("facilitator");

    private final UserId curator = this.wiki.account("curator");

    private final CommunityId id = new CommunityId(UUID.randomUUID());

    private final CommunityImport imports = this.wiki.get(CommunityImport.class);

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private void found(UserId by, boolean live) throws CopException
    {
        this.imports.found(new Founding(by, this.facilitator, new CommunityDraft(this.id, WIKI, "Mentors", "Who learn.",
            List.of("learning"), Visibility.OPEN, Joining.REQUEST), live, FOUNDED));
        this.imports.join(WIKI, this.id, this.facilitator, this.curator, Role.CURATOR, JOINED);
    }

    private CommunityView view(UserId reader) throws CopException
    {
        return this.wiki.get(CommunityService.class).get(reader, WIKI, this.id);
    }

    @Test
    void aCommunityHasItsDatesAndItsPeople() throws Exception
    {
        found(this.founder, true);

        CommunityView community = view(this.facilitator);
        assertThat(community.created()).isEqualTo(FOUNDED);
        assertThat(community.isLive()).isTrue();
        assertThat(community.joining()).isEqualTo(Joining.REQUEST);
        assertThat(community.members()).isEqualTo(2);
        assertThat(view(this.founder).mine()).isNull();
        assertThat(this.wiki.get(CommunityRoles.class).history(this.facilitator, WIKI, this.id, null, 10).items())
            .extracting(term -> term.person().id(), Term::role, Term::since).containsExactly(
                tuple(this.curator, Role.CURATOR, JOINED), tuple(this.facilitator, Role.FACILITATOR, FOUNDED));
        assertThat(view(this.curator).permissions()).containsExactlyInAnyOrderElementsOf(Role.CURATOR.permissions());
    }

    @Test
    void inPreparationItIsHiddenUntilItIsLaunched() throws Exception
    {
        found(this.founder, false);

        assertThat(view(this.facilitator).isLive()).isFalse();
        assertThatThrownBy(() -> view(this.wiki.account("outsider"))).isInstanceOf(CopException.class);
        this.wiki.get(CommunityService.class).launch(this.facilitator, this.id);
        assertThat(view(this.wiki.account("somebody")).joining()).isEqualTo(Joining.REQUEST);
    }

    @Test
    void doneAgainItChangesNothing() throws Exception
    {
        found(this.founder, true);
        int entries = this.wiki.get(Ledger.class).after(0, 100).size();

        found(this.founder, true);

        assertThat(this.wiki.get(Ledger.class).after(0, 100)).hasSize(entries);
    }

    @Test
    void onlyWhoMayFoundIsAFounder()
    {
        assertThatThrownBy(() -> found(this.facilitator, true)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(CopException.Kind.FORBIDDEN));
    }

    @Test
    void aMemberJoinsOnce() throws Exception
    {
        found(this.founder, true);
        assertThat(this.wiki.get(Ledger.class).about(WIKI, this.id.value()))
            .filteredOn(entry -> entry.is(CommunityActs.JOINED) && entry.getBeneficiary().equals(this.curator))
            .extracting(LedgerEntry::getAt).containsExactly(JOINED);
    }
}
