/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The act types of charters. The subject of each entry is the charter. */
@Component
@Named("charter")
@Singleton
public class CharterActs implements Acts
{
    /** Wrote the charter of a community. */
    public static final ActType<Void> WRITTEN = ActType.named("charter-written").creating().asActivity();

    /** Changed guidelines or objectives. Detail: the new version of the page. */
    public static final ActType<String> CHANGED =
        ActType.named("charter-changed").withDetail(DetailCodec.TEXT).updating().asActivity();

    /** Deleted the page of a charter. */
    public static final ActType<Void> DELETED = ActType.named("charter-deleted").ending();

    /** Restored the deleted page of a charter. */
    public static final ActType<Void> RESTORED = ActType.named("charter-restored").restoring();

    /**
     * @param wiki the wiki
     * @param actor who wrote it
     * @param charter the charter
     * @param community its community
     * @return a draft of {@link #WRITTEN}
     */
    public static EntryDraft written(WikiId wiki, UserId actor, UUID charter, CommunityId community)
    {
        return EntryDraft.of(wiki, actor, WRITTEN, charter).in(community);
    }
}
