/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityRoles.OwnRoleDraft;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Defines the roles that the sample communities have of their own, and assigns them. */
@Component(roles = SampleRoles.class)
@Singleton
public class SampleRoles
{
    private static final String FILE = "roles.txt";

    @Inject
    private CommunityRoles roles;

    void install() throws IOException, CopException
    {
        for (SampleSection section : SampleFile.read(FILE)) {
            CommunityId community = new CommunityId(SampleSection.id(section.get("Community")));
            UserId by = Account.idOf(section.get("By"));
            UUID id = SampleSection.id(section.get("Community") + '/' + section.get("Name"));
            this.roles.define(by, WikiOptions.WIKI, community,
                new OwnRoleDraft(id, section.get("Name"), section.text(), permissions(section), 0));
            for (String holder : section.words("Holders")) {
                this.roles.assign(by, WikiOptions.WIKI, community, id, Account.idOf(holder));
            }
        }
    }

    private static Set<CommunityPermission> permissions(SampleSection section)
    {
        return section.words("Permissions").stream().map(CommunityPermission::valueOf).collect(Collectors.toSet());
    }
}
