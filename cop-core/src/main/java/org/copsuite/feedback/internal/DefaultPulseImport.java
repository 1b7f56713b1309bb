/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.feedback.PulseActs;
import org.copsuite.feedback.PulseActs.Days;
import org.copsuite.feedback.PulseImport;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.xwiki.component.annotation.Component;

/** Appends the entries of a round at the starts of their days, and counts the answers without entries. */
@Component
@Singleton
public class DefaultPulseImport implements PulseImport
{
    @Inject
    private Ledger ledger;

    @Inject
    private AnonymousAnswers secrets;

    @Override
    public void write(Closed round) throws CopException
    {
        Survey survey = new Survey(round.wiki(), round.id());
        this.ledger.decide(tx -> {
            EntryDraft opened = PulseActs.opened(round.wiki(), round.facilitator(), round.community(), round.id(),
                new Days(round.first(), round.last())).at(start(round.first()));
            if (tx.isNew(opened)) {
                tx.append(opened);
                for (Answer answer : round.answers()) {
                    this.secrets.add(tx, answer.person(), survey, Tally.ofScale(answer.values()), answer.line());
                }
                tx.append(EntryDraft.of(round.wiki(), round.facilitator(), PulseActs.CLOSED, round.id())
                    .in(round.community()).at(start(round.last().plusDays(1))));
                this.secrets.close(tx.session(), survey);
            }
            return null;
        });
        this.secrets.destroyKeys(round.wiki());
    }

    private static Instant start(LocalDate day)
    {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
