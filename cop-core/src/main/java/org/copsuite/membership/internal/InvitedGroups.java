/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The groups of the wiki that people can invite: all but those of communities, which nobody may know of. */
@Component(roles = InvitedGroups.class)
@Singleton
public class InvitedGroups
{
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private static final Pattern OF_COMMUNITY = Pattern.compile("(?i)community-.*");

    @Inject
    private Provider<Groups> groups;

    /** @return the accounts in a group; nobody for a group that does not exist or that people cannot invite */
    Set<UserId> members(WikiId wiki, String name)
    {
        if (!NAME.matcher(name).matches() || OF_COMMUNITY.matcher(name).matches()) {
            return Set.of();
        }
        return this.groups.get().members(this.groups.get().named(wiki, name));
    }

    /** @return those of the groups in which the person is */
    Set<String> of(WikiId wiki, UserId person, Collection<String> names)
    {
        return List.copyOf(names).stream().distinct().filter(name -> members(wiki, name).contains(person))
            .collect(Collectors.toSet());
    }
}
