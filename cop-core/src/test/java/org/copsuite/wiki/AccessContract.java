/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

/** The contract of {@link Access}, tested on every binding. */
public abstract class AccessContract
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private final SpaceId space = SpaceId.of(WIKI, "Contract", "A" + this.unique);

    private final PageId page = this.space.page("Page");

    private final PageId deep = this.space.child("Inner").child("Most").page("Page");

    /** @return the binding under test */
    protected abstract Access access();

    /** @return the groups of the same wiki */
    protected abstract Groups groups();

    /** @return an account */
    protected abstract UserId alice();

    /** @return another account */
    protected abstract UserId bob();

    /** @return an account that is inactive */
    protected abstract UserId inactive();

    /** @return an administrator of the wiki */
    protected abstract UserId administrator();

    private GroupId group(String name, UserId... users)
    {
        GroupId group = groups().create(WIKI, name + "-" + this.unique);
        for (UserId user : users) {
            groups().add(group, user);
        }
        return group;
    }

    private void check(UserId user, PageId where, Right... rights)
    {
        assertThat(List.of(Right.values())).filteredOn(right -> access().has(user, right, where))
            .containsExactly(rights);
        assertThat(List.of(Right.values())).filteredOn(right -> access().has(user, right, where.space()))
            .containsExactly(rights);
    }

    @Test
    void opensTheWikiToReadersAndWriters()
    {
        assertThat(access().has(UserId.GUEST, Right.VIEW, this.page)).isTrue();
        assertThat(access().has(UserId.GUEST, Right.COMMENT, this.page)).isFalse();
        assertThat(access().has(UserId.GUEST, Right.EDIT, this.page)).isFalse();
        assertThat(access().has(alice(), Right.VIEW, this.page)).isTrue();
        assertThat(access().has(alice(), Right.COMMENT, this.page)).isTrue();
        assertThat(access().has(alice(), Right.MODERATE, this.page)).isFalse();
        assertThat(access().has(alice(), Right.ADMINISTER, SpaceId.of(WIKI))).isFalse();
        check(administrator(), this.page, Right.values());
    }

    @Test
    void letsTheInnermostProtectedSpaceDecide()
    {
        assertThat(access().decidingSpace(this.page)).isEqualTo(SpaceId.of(WIKI));
        access().protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));
        assertThat(access().decidingSpace(this.page)).isEqualTo(this.space);
        assertThat(access().decidingSpace(this.deep)).isEqualTo(this.space);
        access().protect(this.space.child("Inner"), new Protection(null, null, null, null));
        assertThat(access().decidingSpace(this.page)).isEqualTo(this.space);
        assertThat(access().decidingSpace(this.deep)).isEqualTo(this.space.child("Inner"));
        assertThat(access().decidingSpace(SpaceId.of(WIKI, "Contract", "A" + this.unique + "x").page("P")))
            .isEqualTo(SpaceId.of(WIKI));
        assertThat(access().hasOwnRights(this.page)).isFalse();
    }

    @Test
    void protectsAnOpenCommunity()
    {
        access().protect(this.space,
            new Protection(Right.VIEW, Right.COMMENT, group("members"), group("facilitators", bob())));

        check(UserId.GUEST, this.deep, Right.VIEW);
        check(new UserId(UserId.IMPORTED + "7"), this.deep, Right.VIEW);
        check(inactive(), this.deep, Right.VIEW);
        check(alice(), this.deep, Right.VIEW, Right.COMMENT);
        check(bob(), this.deep, Right.VIEW, Right.COMMENT, Right.EDIT, Right.MODERATE);
        check(administrator(), this.deep, Right.values());
    }

    @Test
    void letsModeratorsAndCuratorsWork()
    {
        access().protect(this.space, new Protection(null, null, group("members"), group("facilitators"),
            group("moderators", alice()), group("curators", bob())));

        check(alice(), this.deep, Right.VIEW, Right.COMMENT, Right.EDIT, Right.MODERATE);
        check(bob(), this.deep, Right.VIEW, Right.COMMENT, Right.EDIT);
    }

    @Test
    void letsAccountsReadWhereOnlyMembersTakePart()
    {
        access().protect(this.space,
            new Protection(Right.VIEW, Right.VIEW, group("members", alice()), group("facilitators")));

        check(UserId.GUEST, this.deep, Right.VIEW);
        check(bob(), this.deep, Right.VIEW);
        check(alice(), this.deep, Right.VIEW, Right.COMMENT);
    }

    @Test
    void protectsAPrivateCommunity()
    {
        GroupId members = group("members", alice());
        access().protect(this.space, new Protection(null, null, members, group("facilitators")));

        check(UserId.GUEST, this.page);
        check(bob(), this.page);
        check(alice(), this.page, Right.VIEW, Right.COMMENT);
        check(administrator(), this.page, Right.values());
        groups().remove(members, alice());
        check(alice(), this.page);
        groups().add(members, bob());
        check(bob(), this.page, Right.VIEW, Right.COMMENT);
    }

    @Test
    void tellsTheVisibleSpacesAsOneSet()
    {
        SpaceId open = this.space.child("Open");
        SpaceId closed = this.space.child("Closed");
        GroupId members = group("members", alice());
        access().protect(open, new Protection(Right.VIEW, Right.COMMENT, null, null));
        access().protect(closed, new Protection(null, null, members, null));

        assertThat(access().visibleSpaces(WIKI, UserId.GUEST)).contains(SpaceId.of(WIKI), open)
            .doesNotContain(closed);
        assertThat(access().visibleSpaces(WIKI, bob())).contains(SpaceId.of(WIKI), open).doesNotContain(closed);
        assertThat(access().visibleSpaces(WIKI, alice())).contains(SpaceId.of(WIKI), open, closed);
        assertThat(access().visibleSpaces(WIKI, administrator())).contains(SpaceId.of(WIKI), open, closed);
        groups().remove(members, alice());
        assertThat(access().visibleSpaces(WIKI, alice())).doesNotContain(closed);
        access().protect(closed, new Protection(null, Right.VIEW, members, null));
        assertThat(access().visibleSpaces(WIKI, bob())).contains(closed);
        assertThat(access().visibleSpaces(WIKI, UserId.GUEST)).doesNotContain(closed);
        assertThat(access().visibleSpaces(WIKI, inactive())).doesNotContain(closed);
    }

    @Test
    void tellsOfChanges()
    {
        List<SpaceId> changed = new CopyOnWriteArrayList<>();
        access().onChange(changed::add);
        access().protect(this.space, new Protection(Right.VIEW, Right.VIEW, null, null));

        assertThat(changed).contains(this.space);
        check(alice(), this.page, Right.VIEW);
    }
}
