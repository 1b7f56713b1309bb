/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Checks permissions and delegates. */
@Component
@Singleton
public class DefaultExpertiseService implements ExpertiseService
{
    @Inject
    private TopicRepository topics;

    @Inject
    private HiddenTopics hiddenTopics;

    @Inject
    private ExpertFinder finder;

    @Override
    public void declare(UserId actor, WikiId wiki, TopicDraft draft) throws CopException
    {
        CopException.requireAccount(actor);
        this.topics.declare(actor, wiki, draft);
    }

    @Override
    public void retract(UserId actor, WikiId wiki, String topic) throws CopException
    {
        CopException.requireAccount(actor);
        this.topics.retract(actor, wiki, topic);
    }

    @Override
    public void hide(UserId actor, WikiId wiki, String topic) throws CopException
    {
        CopException.requireAccount(actor);
        this.hiddenTopics.hide(actor, wiki, topic);
    }

    @Override
    public void show(UserId actor, WikiId wiki, String topic) throws CopException
    {
        CopException.requireAccount(actor);
        this.hiddenTopics.show(actor, wiki, topic);
    }

    @Override
    public List<String> hidden(UserId reader, WikiId wiki)
    {
        return reader.isGuest() ? List.of()
            : this.hiddenTopics.of(wiki, List.of(reader)).getOrDefault(reader, Set.of()).stream().sorted().toList();
    }

    @Override
    public Map<UserId, Set<String>> hidden(WikiId wiki, Collection<UserId> people)
    {
        return this.hiddenTopics.of(wiki, people);
    }

    @Override
    public List<Topic> topics(UserId reader, WikiId wiki, UserId person)
    {
        return this.topics.of(reader, wiki, person);
    }

    @Override
    public List<Expert> byTopic(UserId reader, WikiId wiki, String topic, CommunityId community, int limit)
        throws CopException
    {
        return this.finder.byTopic(reader, wiki, topic, community, limit);
    }

    @Override
    public List<Expert> find(UserId reader, WikiId wiki, String typed, CommunityId community, int limit)
        throws CopException
    {
        return this.finder.find(reader, wiki, typed, community, limit);
    }

    @Override
    public List<Expert> byText(UserId reader, Draft draft, int limit) throws CopException
    {
        return this.finder.byText(reader, draft, limit);
    }
}
