/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies the author of an answer that it was accepted. */
@Component
@Named(AcceptedNotice.NAME)
@Singleton
public class AcceptedNotice extends AbstractPostNotice
{
    static final String NAME = "ACCEPTED";

    /** Sets name, icon and act. */
    public AcceptedNotice()
    {
        super(NAME, "accept", QuestionActs.ACCEPTED);
    }

    @Override
    Audience audience(LedgerEntry entry, PostLocation location)
    {
        return Audience.of(location.author());
    }
}
