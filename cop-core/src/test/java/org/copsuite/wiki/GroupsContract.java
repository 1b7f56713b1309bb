/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** The contract of {@link Groups}, tested on every binding. */
public abstract class GroupsContract
{
    private final String name = "Group-" + UUID.randomUUID();

    /** @return the binding under test */
    protected abstract Groups groups();

    /** @return an account */
    protected abstract UserId alice();

    /** @return another account */
    protected abstract UserId bob();

    @Test
    void createsAGroupOnce()
    {
        GroupId group = groups().create(new WikiId("xwiki"), this.name);
        groups().add(group, alice());

        assertThat(groups().create(new WikiId("xwiki"), this.name)).isEqualTo(group);
        assertThat(groups().members(group)).containsExactly(alice());
    }

    @Test
    void addsAndRemovesMembers()
    {
        GroupId group = groups().create(new WikiId("xwiki"), this.name);
        assertThat(groups().members(group)).isEmpty();
        groups().add(group, alice());
        groups().add(group, alice());
        groups().add(group, bob());
        assertThat(groups().members(group)).containsExactlyInAnyOrder(alice(), bob());
        groups().remove(group, alice());
        groups().remove(group, alice());
        assertThat(groups().members(group)).containsExactly(bob());
    }

    @Test
    void namesAGroupThatDoesNotExist()
    {
        GroupId named = groups().named(new WikiId("xwiki"), this.name);
        groups().hide(named, Set.of(named));

        assertThat(groups().members(named)).isEmpty();
        assertThat(groups().create(new WikiId("xwiki"), this.name)).isEqualTo(named);
    }

    @Test
    void hidesAGroupAndKeepsItsMembers()
    {
        GroupId group = groups().create(new WikiId("xwiki"), this.name);
        groups().add(group, alice());
        groups().hide(group, Set.of(group));
        groups().hide(group, Set.of(group));
        groups().add(group, bob());
        groups().remove(group, alice());

        assertThat(groups().members(group)).containsExactly(bob());
    }

    @Test
    void knowsNoMembersOfAnUnknownGroup()
    {
        assertThat(groups().members(new GroupId("xwiki:XWiki." + this.name))).isEmpty();
    }
}
