/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.community.CommunityService;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Writes the charters of the sample communities. */
@Component(roles = SampleCharters.class)
@Singleton
public class SampleCharters
{
    private static final String FILE = "charters.txt";

    @Inject
    private CharterService charters;

    @Inject
    private CommunityService communities;

    void install(Instant now) throws IOException, CopException
    {
        Set<CommunityId> written = new HashSet<>();
        for (SampleSection section : SampleFile.read(FILE)) {
            CommunityId community = new CommunityId(SampleSection.id(section.get("Community")));
            UserId author = Account.idOf(section.get("By"));
            boolean isCharter = "Charter".equals(section.kind());
            if (isCharter && !this.charters.get(author, this.communities.get(author, WikiOptions.WIKI, community))
                .isBlank()) {
                written.add(community);
            } else if (isCharter) {
                this.charters.write(author, WikiOptions.WIKI, community, section.text(), "");
            } else if (!written.contains(community)) {
                this.charters.put(author, WikiOptions.WIKI, community, objective(section, now));
            }
        }
    }

    private static ObjectiveDraft objective(SampleSection section, Instant now)
    {
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Long.parseLong(section.get("Due")));
        return new ObjectiveDraft(SampleSection.id(section.get("Community") + '/' + section.get("Title")),
            section.get("Title"), section.get("Measure"), section.has("Start") ? section.get("Start") : "",
            section.get("Target"), section.get("Now"), due.toString(), "");
    }
}
