/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.notice.WatchTarget;
import org.copsuite.setting.Suite;
import org.copsuite.spi.WatchableType;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Tags can be watched, for new questions with them in the communities that the watcher may view. Everybody may watch any
 * tag, also one that no question has yet.
 */
@Component
@Named(TagWatch.NAME)
@Singleton
public class TagWatch implements WatchableType
{
    static final String NAME = "TAG";

    /**
     * @param wiki the wiki
     * @param tag a normalised tag
     * @return the tag as a target
     */
    public static WatchTarget of(WikiId wiki, String tag)
    {
        return new WatchTarget(wiki, NAME, tag);
    }

    @Override
    public String name()
    {
        return NAME;
    }

    @Override
    public String normalise(String target) throws CopException
    {
        return Tags.normalise(target).orElseThrow(() -> CopException.invalid("tag", "cop.notice.error.tag"));
    }

    @Override
    public Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets)
    {
        PageId questions = SpaceId.of(wiki, Suite.SPACE).page("Questions");
        return targets.stream().collect(
            Collectors.toMap(Function.identity(), tag -> new Watchable(tag, questions, Map.of("cop-tag", tag))));
    }
}
