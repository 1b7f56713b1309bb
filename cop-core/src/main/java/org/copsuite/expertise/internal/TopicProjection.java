/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.stream.Collectors;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.expertise.ExpertiseActs.TopicDetail;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.PageId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of declared topics. A key is the id of a topic of a person. */
@Component
@Named("topics")
@Singleton
public class TopicProjection extends AbstractProjection
{
    private static final int AFTER_POSTS = 700;

    /** Declares the acts. */
    public TopicProjection()
    {
        super(AFTER_POSTS, ExpertiseActs.DECLARED, "TopicRow");
        on(ExpertiseActs.DECLARED, TopicProjection::declare);
        on(ExpertiseActs.RETRACTED, change -> change.session()
            .createQuery("delete from TopicRow where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value())
            .setParameter("id", change.subject()).executeUpdate());
    }

    private static void declare(Change change)
    {
        Session session = change.session();
        TopicRow row = session.get(TopicRow.class, new RowKey(change.wiki(), change.subject()));
        if (row == null) {
            row = new TopicRow(change.wiki().value(), change.subject());
            row.person = change.entry().getBeneficiary().value();
            row.at = change.at();
            row.sequence = change.entry().getSequence();
        }
        TopicDetail detail = change.entry().detail(ExpertiseActs.DECLARED);
        // An older version recorded other forms.
        row.topic = Tags.normalise(detail.topic()).orElse(detail.topic());
        row.note = detail.note();
        row.offers = detail.offers().stream().sorted().map(Offer::name).collect(Collectors.joining(" "));
        row.evidence = detail.evidence().stream().map(PageId::toString).collect(Collectors.joining("\n"));
        row.changed = change.entry().getSequence();
        row.level = change.entry().getWeight() - 1;
        write(session, row);
    }
}
