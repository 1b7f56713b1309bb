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

/** Notifies a person who was asked by name, until they decline. */
@Component
@Named(NamedNotice.NAME)
@Singleton
public class NamedNotice extends AbstractPersonalNotice
{
    static final String NAME = "ASKED_BY_NAME";

    @Inject
    private RoutingNoticeTargets targets;

    /** Sets name, icon and acts. */
    public NamedNotice()
    {
        super(NAME, "user_comment", RoutingActs.NAMED, RoutingActs.DECLINED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of(entry.getBeneficiary()).about(entry.detail(RoutingActs.NAMED)));
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
