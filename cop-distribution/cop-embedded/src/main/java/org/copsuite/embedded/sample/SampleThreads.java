/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostImport;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs the communities of the samples with their questions and answers. */
@Component(roles = SampleThreads.class)
@Singleton
public class SampleThreads
{
    @Inject
    private CommunityService communities;

    @Inject
    private PostImport posts;

    /** Installs a file, which contains one community, then its questions, each with its answers and comments. */
    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        SampleBatch batch = new SampleBatch(now);
        sections.subList(1, sections.size()).forEach(batch::add);
        CommunityId community = found(sections.get(0));
        PostImport.Counts counts = this.posts.write(WikiOptions.WIKI, community, batch.batch());
        if (counts.skipped() > 0) {
            throw new IllegalStateException("Skipped [" + counts.skipped() + "] samples without a parent");
        }
    }

    /**
     * Creates the community as an administrator, who appoints facilitator and members and then leaves it.
     *
     * @return the id of the community
     */
    private CommunityId found(SampleSection section) throws CopException
    {
        CommunityId id = new CommunityId(SampleSection.id(section.get("Key")));
        UserId founder = Account.idOf("admin");
        this.communities.found(founder, new CommunityService.CommunityDraft(id, WikiOptions.WIKI,
            section.get("Title"), section.text(), section.words("Domains"), CommunityService.Visibility.OPEN));
        this.communities.appoint(founder, id, Account.idOf(section.get("By")), CommunityService.Role.FACILITATOR);
        for (String member : section.words("Members")) {
            this.communities.appoint(founder, id, Account.idOf(member), CommunityService.Role.MEMBER);
        }
        this.communities.leave(founder, id);
        return id;
    }
}
