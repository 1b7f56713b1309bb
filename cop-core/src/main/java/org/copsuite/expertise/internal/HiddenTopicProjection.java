/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.expertise.ExpertiseActs;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of hidden topics. A key is the id of a hidden topic of a person. */
@Component
@Named("hidden-topics")
@Singleton
public class HiddenTopicProjection extends AbstractProjection
{
    private static final int AFTER_TOPICS = 710;

    /** Declares the acts. */
    public HiddenTopicProjection()
    {
        super(AFTER_TOPICS, ExpertiseActs.HIDDEN, "HiddenTopicRow");
        on(ExpertiseActs.HIDDEN, HiddenTopicProjection::hide);
        on(ExpertiseActs.SHOWN, change -> change.session()
            .createQuery("delete from HiddenTopicRow where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate());
    }

    private static void hide(Change change)
    {
        HiddenTopicRow row = new HiddenTopicRow(change.wiki().value(), change.subject());
        row.person = change.entry().getBeneficiary().value();
        row.topic = change.entry().detail(ExpertiseActs.HIDDEN);
        write(change.session(), row);
    }
}
