/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The communities of the samples, and what is asked and answered there. */
@Component(roles = SampleThreads.class)
@Singleton
public class SampleThreads
{
    private static final String BY = "By";

    private static final String KEY = "Key";

    @Inject
    private CommunityService communities;

    @Inject
    private SamplePosts posts;

    /** @return the communities of the file, by key */
    Map<String, UUID> install(List<SampleSection> sections, Instant now) throws CopException
    {
        Map<String, UUID> founded = new HashMap<>();
        CommunityView community = null;
        SamplePost question = null;
        SamplePost post = null;
        for (SampleSection section : sections) {
            switch (section.kind()) {
                case "Community" -> {
                    community = found(section);
                    founded.put(section.get(KEY), community.id());
                }
                case "Question" -> {
                    question = this.posts.ask(section, community, now);
                    post = question;
                }
                case "Answer" -> post = this.posts.answer(section, question, now);
                case "Comment" -> this.posts.comment(section, post, now);
                default -> throw new IllegalStateException("Unknown section of the samples: " + section.kind());
            }
        }
        for (SampleSection section : sections) {
            if (section.has("Closed")) {
                this.posts.close(section, community.id(), now);
            }
        }
        return founded;
    }

    private CommunityView found(SampleSection section) throws CopException
    {
        UUID id = id(section.get(KEY));
        UserId founder = Account.idOf("admin");
        CommunityView community = this.communities.found(founder,
            new CommunityService.Found(id, WikiOptions.WIKI, section.get("Title"), section.text(),
                section.words("Domains"), CommunityService.Access.OPEN));
        this.communities.appoint(founder, id, Account.idOf(section.get(BY)), CommunityService.Role.FACILITATOR);
        for (String member : section.words("Members")) {
            this.communities.appoint(founder, id, Account.idOf(member), CommunityService.Role.MEMBER);
        }
        this.communities.leave(founder, id);
        return community;
    }

    static UUID id(String key)
    {
        return UUID.nameUUIDFromBytes(("sample/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
