/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project;

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

/** The act types of projects. The subject of each entry is the project. */
@Component
@Named("project")
@Singleton
public class ProjectActs implements Acts
{
    /** Started a project in the community whose space holds its page. */
    public static final ActType<Void> STARTED = ActType.named("project-started").creating().asActivity();

    /** Edited the page of a project. Detail: the new version. Weight 0 for a minor edit. */
    public static final ActType<String> EDITED =
        ActType.named("project-edited").withDetail(DetailCodec.TEXT).updating().asActivity();

    /** Named a person as one of the people of a project. Beneficiary: the person. */
    public static final ActType<Void> ASSIGNED = ActType.named("project-assigned");

    /** Asked another community to own the project, too. Community: that one. A reversing entry takes it back. */
    public static final ActType<Void> ASKED = ActType.named("project-asked").reversible();

    /**
     * Accepted for a community that it owns the project, too. Community: that one; beneficiary: who asked. A reversing
     * entry ends that.
     */
    public static final ActType<Void> ACCEPTED = ActType.named("project-accepted").reversible().asActivity();

    /** Declined for a community. Community: that one; beneficiary: who asked. */
    public static final ActType<Void> DECLINED = ActType.named("project-declined");

    /** Ended a project. A reversing entry takes it up again. */
    public static final ActType<Void> ENDED = ActType.named("project-ended").updating().reversible().asActivity();

    /** Deleted a project. */
    public static final ActType<Void> DELETED = ActType.named("project-deleted").ending();

    /** Restored a deleted project. */
    public static final ActType<Void> RESTORED = ActType.named("project-restored").restoring();

    /**
     * @param wiki the wiki
     * @param actor who acts
     * @param act {@link #ASKED}, {@link #ACCEPTED} or {@link #DECLINED}
     * @param project the project
     * @param community the other community
     * @return a draft that can be repeated: the caller holds the lock of the ledger and has checked that the act applies
     */
    public static EntryDraft of(WikiId wiki, UserId actor, ActType<Void> act, UUID project, CommunityId community)
    {
        return EntryDraft.of(wiki, actor, act, project).in(community).repeatable();
    }
}
