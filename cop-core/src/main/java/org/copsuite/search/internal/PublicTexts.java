/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.SearchDocument;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Knows the things that everybody may view: only their texts determine how common a word is. Everybody means guests;
 * in a wiki that shows nothing to guests, everybody means all accounts, and then what is in open communities
 * counts.
 */
@Component(roles = PublicTexts.class)
@Singleton
public class PublicTexts
{
    @Inject
    private Access access;

    @Inject
    private CommunityAccess communities;

    /**
     * @param wiki the wiki
     * @return a predicate for things whose pages have no own rights: whether everybody may view the thing. Use it
     *         for one batch only, since it holds the rights at the time of this call
     */
    Predicate<SearchDocument> of(WikiId wiki)
    {
        Set<SpaceId> everybody = this.access.visibleSpaces(wiki, UserId.GUEST);
        if (!everybody.isEmpty()) {
            return document -> everybody.contains(this.access.decidingSpace(document.page()));
        }
        Set<CommunityId> open = this.communities.open(wiki);
        return document -> document.community() != null && open.contains(document.community());
    }
}
