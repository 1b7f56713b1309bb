/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The act types of handovers. */
@Component
@Named("handover")
@Singleton
public class HandoverActs implements Acts
{
    /** Made a checklist of a handover. Subject: the milestone; beneficiary: whose handover it is. */
    public static final ActType<Void> PLANNED = ActType.named("handover-planned");

    /** Asked for a checklist of one's own handover, once a day at most. Subject: {@link #handover}. */
    public static final ActType<Void> ASKED = ActType.named("handover-asked");

    /**
     * @param community a community
     * @param person a member
     * @return the id of the handover of that person there
     */
    public static UUID handover(CommunityId community, UserId person)
    {
        return UUID.nameUUIDFromBytes(("handover/" + community + '/' + person.value()).getBytes(StandardCharsets.UTF_8));
    }
}
