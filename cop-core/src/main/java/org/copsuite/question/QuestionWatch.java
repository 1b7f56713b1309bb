/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.anonymity.SealService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.spi.WatchableType;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Questions can be watched, for their answers. Who asked, answered or has a question, too, watches it until they
 * choose otherwise.
 */
@Component
@Named(QuestionWatch.NAME)
@Singleton
public class QuestionWatch implements WatchableType
{
    static final String NAME = "QUESTION";

    @Inject
    private Provider<PostSource> posts;

    @Inject
    private Provider<SealService> seals;

    /**
     * @param wiki the wiki
     * @param id a question
     * @return the question as a target
     */
    public static WatchTarget of(WikiId wiki, PostId id)
    {
        return new WatchTarget(wiki, NAME, id.toString());
    }

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public String normalise(String target) throws CopException
    {
        return WatchTarget.id(target).toString();
    }

    @Override
    public boolean hasImplicitWatchers()
    {
        return true;
    }

    /** Whoever asked anonymously hears of answers in another way: a row of theirs would name them and the question. */
    @Override
    public void checkWatch(UserId actor, WikiId wiki, String target) throws CopException
    {
        if (this.seals.get().isAsker(wiki, UUID.fromString(target), actor)) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.anonymity.error.watch");
        }
    }

    @Override
    public Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets)
    {
        Map<String, Watchable> found = new LinkedHashMap<>();
        this.posts.get().locations(reader, wiki, targets.stream().map(UUID::fromString).toList()).values().stream()
            .filter(location -> location.post().isQuestion())
            .forEach(location -> found.put(location.post().id().toString(),
                new Watchable(location.title(), location.post().page())));
        return found;
    }
}
