/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.routing.RoutingActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies a person to whom the suite brought a question, with the reason, until they decline it. */
@Component
@Named(RoutedNotice.NAME)
@Singleton
public class RoutedNotice extends AbstractPersonalNotice
{
    static final String NAME = "ROUTED";

    @Inject
    private RoutingNoticeTargets targets;

    /** Sets name, icon and acts. */
    public RoutedNotice()
    {
        super(NAME, "help", RoutingActs.ROUTED, RoutingActs.DECLINED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of(entry.getBeneficiary()).about(entry.detail(RoutingActs.ROUTED).question()));
    }

    @Override
    public Set<String> replaces()
    {
        return Set.of(QuestionActs.NEW_QUESTION);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
