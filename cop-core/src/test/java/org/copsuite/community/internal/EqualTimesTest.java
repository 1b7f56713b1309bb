/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.Slice;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.test.OnEveryDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger's sequence decides between equal times. */
@OnEveryDatabase
class EqualTimesTest extends AbstractQuestionTest
{
    @Test
    void whoJoinedFirstComesFirst() throws Exception
    {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String login = "m" + (i * 7 % 10);
            this.communities.join(this.wiki.account(login), this.community.id());
            joined.add(this.wiki.account(login).value());
        }
        this.wiki.database().execute("update cop_membership set since_at = 1");

        assertThat(members(this.community.id(), 3)).endsWith(joined.toArray(String[]::new)).hasSize(12)
            .doesNotHaveDuplicates();
    }

    private List<String> members(CommunityId community, int limit) throws Exception
    {
        List<String> people = new ArrayList<>();
        String after = null;
        do {
            Slice<Member> slice = this.communities.members(this.anna, community, after, limit);
            slice.items().forEach(member -> people.add(member.person().id().value()));
            after = slice.next();
        } while (after != null);
        return people;
    }

    @Test
    void theCommunityThatOneJoinedFirstComesFirst() throws Exception
    {
        List<CommunityId> joined = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            joined.add(found("Number " + i, Visibility.OPEN).id());
            this.communities.join(this.anna, joined.get(i));
        }
        this.wiki.database().execute("update cop_membership set since_at = 1");

        assertThat(this.communities.memberships(WIKI, this.anna).keySet()).containsExactlyElementsOf(joined);
    }

    @Test
    void ofCommunitiesWithOneNameTheFirstOneIsFound() throws Exception
    {
        CommunityId first = found("Number 0", Visibility.OPEN).id();
        for (int i = 1; i < 10; i++) {
            found("Number " + i, Visibility.OPEN);
        }
        this.wiki.database().execute("update cop_community set created = 1, title = 'Same name' where title like 'Number%'");

        assertThat(this.communities.named(this.anna, WIKI, "same name").orElseThrow().id()).isEqualTo(first);
    }
}
