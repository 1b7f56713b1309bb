/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.setting.Suite;
import org.copsuite.test.TestGroups;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who belongs to a community is told by the suite, to those who may view the community, and by no group. */
class GroupHidingTaskTest extends AbstractQuestionTest
{
    @AfterEach
    void stop()
    {
        this.wiki.get(PageSynchroniser.class).stop();
    }

    private TestGroups groups()
    {
        return (TestGroups) this.wiki.get(Groups.class);
    }

    private List<GroupId> groups(CommunityId community)
    {
        return List.of("Members", "Facilitators").stream()
            .map(name -> groups().named(WIKI, "Community-" + community + '-' + name)).toList();
    }

    private void assertHidden(CommunityId community)
    {
        List<GroupId> both = groups(community);
        assertThat(both).allSatisfy(group -> assertThat(groups().viewers(group)).isEqualTo(Set.copyOf(both)));
    }

    private void start()
    {
        this.wiki.get(PageSynchroniser.class).start();
        assertThat(this.wiki.get(PageSynchroniser.class).await(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aNewCommunityHidesItsGroupsOpenOrPrivate() throws Exception
    {
        assertHidden(found("Open", Visibility.OPEN).id());
        assertHidden(found("Private", Visibility.PRIVATE).id());
    }

    @Test
    void theStartHidesTheGroupsThatAnEarlierVersionMade() throws Exception
    {
        CommunityView open = found("Open", Visibility.OPEN);
        CommunityView closed = found("Private", Visibility.PRIVATE);
        List.of(open, closed).forEach(community -> groups(community.id()).forEach(groups()::show));
        start();

        assertHidden(open.id());
        assertHidden(closed.id());
    }

    @Test
    void theStartHidesTheGroupsOfDeletedCommunitiesAndWhereTheSuiteIsOff() throws Exception
    {
        CommunityView gone = found("Gone", Visibility.PRIVATE);
        this.wiki.pages().delete(gone.page(), this.admin);
        groups(gone.id()).forEach(groups()::show);
        this.wiki.get(Suite.class).turn(WIKI, false);
        start();

        assertHidden(gone.id());
    }

    @Test
    void joiningHidesAGroupThatWasMadeAnew() throws Exception
    {
        CommunityView open = found("Open", Visibility.OPEN);
        groups().show(groups(open.id()).get(0));
        UserId newcomer = this.wiki.account("newcomer");
        this.communities.join(newcomer, open.id());

        assertThat(groups().members(groups(open.id()).get(0))).contains(newcomer);
        assertHidden(open.id());
    }

    /** The reconciliation asks this for each community: what writes there takes a connection and a version for each. */
    @Test
    void comparingTheMembersWritesNothing() throws Exception
    {
        CommunityView open = found("Open", Visibility.OPEN);
        groups(open.id()).forEach(groups()::show);
        CommunityPageType pageType = this.wiki.get(CommunityPageType.class, CommunityPageType.TYPE);

        assertThat(pageType.isSynchronised(this.wiki.pages().load(open.page()).orElseThrow())).isTrue();
        assertThat(groups(open.id())).allSatisfy(group -> assertThat(groups().viewers(group)).isEmpty());
        UUID unknown = UUID.randomUUID();
        this.wiki.get(CommunityRights.class).isSynchronised(WIKI, new CommunityId(unknown));
        assertThat(groups().exists(groups(new CommunityId(unknown)).get(0))).isFalse();
    }

    @Test
    void makesNoGroupThatIsNotThere() throws Exception
    {
        CommunityView gone = found("Gone", Visibility.PRIVATE);
        this.wiki.get(CommunityRights.class).hideMembers(WIKI, new CommunityId(UUID.randomUUID()));

        assertThat(groups().viewers(groups(gone.id()).get(0))).hasSize(2);
        assertThat(groups().viewers(groups(new CommunityId(UUID.randomUUID())).get(0))).isEmpty();
    }
}
