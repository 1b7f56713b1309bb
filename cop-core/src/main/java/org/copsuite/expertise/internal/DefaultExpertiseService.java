/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Checks permissions and delegates. */
@Component
@Singleton
public class DefaultExpertiseService implements ExpertiseService
{
    @Inject
    private TopicRepository topics;

    @Inject
    private ExpertFinder finder;

    @Override
    public void declare(UserId actor, String wiki, String topic, Level level, String note) throws CopException
    {
        CopException.requireAccount(actor);
        this.topics.declare(actor, wiki, topic, level, note);
    }

    @Override
    public void retract(UserId actor, String wiki, String topic) throws CopException
    {
        CopException.requireAccount(actor);
        this.topics.retract(actor, wiki, topic);
    }

    @Override
    public List<Topic> topics(UserId reader, String wiki, UserId person)
    {
        return this.topics.of(reader, wiki, person);
    }

    @Override
    public List<Expert> byTopic(UserId reader, String wiki, String topic, UUID community, int limit) throws CopException
    {
        return this.finder.byTopic(reader, wiki, topic, community, limit);
    }

    @Override
    public List<Expert> find(UserId reader, String wiki, String typed, UUID community, int limit) throws CopException
    {
        return this.finder.find(reader, wiki, typed, community, limit);
    }

    @Override
    public List<Expert> byText(UserId reader, Draft draft, int limit) throws CopException
    {
        return this.finder.byText(reader, draft, limit);
    }
}
