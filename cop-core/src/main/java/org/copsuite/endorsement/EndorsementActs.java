/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The act types of endorsements. */
@Component
@Named("endorsement")
@Singleton
public class EndorsementActs implements Acts
{
    /**
     * Endorsed a topic of a person. Subject: the id of the endorsement; beneficiary: the endorsed person. A reversing
     * entry withdraws the endorsement.
     */
    public static final ActType<EndorsementDetail> ENDORSED = ActType.named("endorsed")
        .withDetail(DetailCodec.of(EndorsementDetail::write, EndorsementDetail::read)).creating().reversible()
        .asActivity();

    /**
     * @param endorsement the endorsement; its topic normalised, its reason one line, its community not {@code null}
     * @param actor who endorses
     * @return the draft of the entry
     */
    public static EntryDraft endorsed(EndorsementService.Draft endorsement, UserId actor)
    {
        return EntryDraft.of(endorsement.wiki(), actor, ENDORSED, endorsement.id(),
            new EndorsementDetail(endorsement.topic(), endorsement.reason())).in(endorsement.community())
            .benefiting(endorsement.person());
    }

    /**
     * What was endorsed.
     *
     * @param topic the normalised topic
     * @param reason the reason, one line
     */
    public record EndorsementDetail(String topic, String reason)
    {
        private static String write(EndorsementDetail detail)
        {
            return detail.topic + '\n' + detail.reason;
        }

        private static EndorsementDetail read(String text)
        {
            int end = text.indexOf('\n');
            return new EndorsementDetail(text.substring(0, end), text.substring(end + 1));
        }
    }
}
