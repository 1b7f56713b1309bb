/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.util.List;

import org.copsuite.community.CommunityRelations.Related;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;

/** A community that has people or topics in common with another one. */
record RelatedCommunityJson(CommunityId id, String title, PageId url, int people, List<String> topics)
{
    static RelatedCommunityJson of(Related related)
    {
        return new RelatedCommunityJson(related.community().id(), related.community().title(), related.community().page(),
            related.people(), related.topics());
    }
}
