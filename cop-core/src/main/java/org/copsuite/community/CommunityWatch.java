/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.WatchTarget;
import org.copsuite.spi.WatchableType;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Communities can be watched, for their new questions. */
@Component
@Named(CommunityWatch.NAME)
@Singleton
public class CommunityWatch implements WatchableType
{
    static final String NAME = "COMMUNITY";

    @Inject
    private Provider<CommunityAccess> communities;

    /**
     * @param wiki the wiki
     * @param id a community
     * @return the community as a target
     */
    public static WatchTarget of(WikiId wiki, CommunityId id)
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
    public Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets)
    {
        Map<String, Watchable> found = new LinkedHashMap<>();
        this.communities.get().find(reader, wiki, targets.stream()
            .map(target -> new CommunityId(UUID.fromString(target))).toList())
            .forEach((id, home) -> found.put(id.toString(), new Watchable(home.title(), home.page())));
        return found;
    }
}
