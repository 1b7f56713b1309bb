/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingActs;
import org.copsuite.coaching.CoachingActs.PublishedDetail;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of the questions that were coached. A key is the id under which a question was held back. */
@Component
@Named("coached")
@Singleton
public class CoachedProjection extends AbstractProjection
{
    private static final int AFTER_COACHES = 798;

    /** Declares the acts. */
    public CoachedProjection()
    {
        super(AFTER_COACHES, CoachingActs.HELD, "CoachedRow");
        on(CoachingActs.PUBLISHED, CoachedProjection::publish);
    }

    private static void publish(Change change)
    {
        PublishedDetail detail = change.entry().detail(CoachingActs.PUBLISHED);
        if (detail.coached()) {
            CoachedRow row = new CoachedRow(change.wiki().value(), change.subject());
            row.community = change.entry().getCommunity().value();
            row.question = detail.question();
            write(change.session(), row);
        }
    }
}
