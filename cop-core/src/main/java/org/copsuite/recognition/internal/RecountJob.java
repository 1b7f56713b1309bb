/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Computes all points of a wiki again by the rules in force, some people per step. The position is the fingerprint of the
 * rules, a space, and the last person; a job that continues under other rules begins again.
 */
@Component
@Named(RecountJob.NAME)
@Singleton
public class RecountJob implements JobType
{
    /** The name of the type. */
    public static final String NAME = "recount";

    /** The number of people per step: a writer waits for one step at most. */
    private static final int STEP = 20;

    private static final int COUNTING = 1_000;

    @Inject
    private PointRulesLoader rules;

    @Inject
    private Ledger ledger;

    @Inject
    @Named("points")
    private Provider<Projection> points;

    @Override
    public boolean isOffered()
    {
        return false;
    }

    @Override
    public long total(JobContext job)
    {
        long total = 0;
        List<String> people = people(job.wiki(), "", COUNTING);
        while (!people.isEmpty()) {
            total += people.size();
            people = people.size() < COUNTING ? List.of()
                : people(job.wiki(), people.get(people.size() - 1), COUNTING);
        }
        return total;
    }

    @Override
    public JobStep step(JobContext job)
    {
        String fingerprint = this.rules.get().fingerprint();
        boolean begun = job.position().startsWith(fingerprint + ' ');
        String last = begun ? job.position().substring(fingerprint.length() + 1) : "";
        List<String> people = people(job.wiki(), last, STEP);
        if (people.isEmpty()) {
            return JobStep.last(job).writing(session -> noteRules(session, job.wiki(), fingerprint));
        }
        return JobStep
            .to("", fingerprint + ' ' + people.get(people.size() - 1), people.size() - (begun ? 0 : job.done()))
            .writing(session -> {
                // Until the end, the points are by no one set of rules.
                noteRules(session, job.wiki(), "");
                people.forEach(person -> this.points.get().rebuild(session, job.wiki(), person));
            });
    }

    private static void noteRules(Session session, WikiId wiki, String fingerprint)
    {
        RecountRow row = session.get(RecountRow.class, wiki.value());
        if (row == null) {
            session.persist(new RecountRow(wiki.value(), fingerprint));
        } else {
            row.madeBy = fingerprint;
        }
    }

    private List<String> people(WikiId wiki, String after, int limit)
    {
        return this.ledger.read(session -> this.points.get().keys(session, wiki, after, limit));
    }
}
