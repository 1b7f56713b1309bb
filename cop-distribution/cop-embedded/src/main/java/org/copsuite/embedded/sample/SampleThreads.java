/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityImport;
import org.copsuite.community.CommunityImport.Founding;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.membership.MembershipActs;
import org.copsuite.question.PostImport;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Installs the communities of the samples with their questions and answers. */
@Component(roles = SampleThreads.class)
@Singleton
public class SampleThreads
{
    private static final String REQUEST = "Request";

    private static final String MORNING = "08:15";

    @Inject
    private CommunityImport communities;

    @Inject
    private Ledger ledger;

    @Inject
    private PostImport posts;

    /**
     * Installs a file, which contains one community, then requests to join it, then its questions, each with its answers
     * and comments.
     */
    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        CommunityId community = found(sections.get(0), now);
        SampleBatch batch = new SampleBatch(now);
        for (SampleSection section : sections.subList(1, sections.size())) {
            if (REQUEST.equals(section.kind())) {
                ask(section, community, now);
            } else {
                batch.add(section);
            }
        }
        PostImport.Counts counts = this.posts.write(WikiOptions.WIKI, community, batch.batch());
        if (counts.skipped() > 0) {
            throw new IllegalStateException("Skipped [" + counts.skipped() + "] samples without a parent");
        }
    }

    /**
     * Founds the community as an administrator founds one for others, who are members from then on or since a day: a member
     * is written as {@code login:days}, or {@code login:days:role}.
     *
     * @return the id of the community
     */
    private CommunityId found(SampleSection section, Instant now) throws CopException
    {
        CommunityId id = new CommunityId(SampleSection.id(section.get("Key")));
        UserId facilitator = Account.idOf(section.get("By"));
        Visibility access = Visibility.valueOf(upper(section, "Access", Visibility.OPEN.name()));
        this.communities.found(new Founding(Account.idOf("admin"), facilitator, new CommunityDraft(id, WikiOptions.WIKI,
            section.get("Title"), section.text(), section.words("Domains"), access,
            Joining.valueOf(upper(section, "Joining", Joining.usual(access).name()))), !section.has("Preparing"),
            section.time("At", now)));
        for (String member : section.words("Members")) {
            String[] parts = member.split(":");
            this.communities.join(WikiOptions.WIKI, id, facilitator, Account.idOf(parts[0]),
                parts.length > 2 ? Role.valueOf(parts[2].toUpperCase(Locale.ROOT)) : Role.MEMBER,
                SampleSection.time(List.of(parts[1], MORNING), now));
        }
        return id;
    }

    private static String upper(SampleSection section, String name, String usual)
    {
        return section.has(name) ? section.get(name).toUpperCase(Locale.ROOT) : usual;
    }

    /** Asks to join, once. */
    private void ask(SampleSection section, CommunityId community, Instant now) throws CopException
    {
        UUID id = SampleSection.id("request/" + community + section.get("By"));
        EntryDraft request = EntryDraft.of(WikiOptions.WIKI, Account.idOf(section.get("By")), MembershipActs.REQUESTED, id,
            section.text()).in(community).at(section.time("At", now));
        this.ledger.decide(tx -> {
            if (tx.isNew(request)) {
                tx.append(request);
            }
            return null;
        });
    }
}
