/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.ledger.Ledger;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes {@code cop_job}. A writer locks the row first, and a runner writes only while it has the claim. */
@Component(roles = JobRepository.class)
@Singleton
public class JobRepository
{
    private static final List<JobState> LIVE = List.of(JobState.QUEUED, JobState.RUNNING, JobState.CANCELLING);

    /** The states in which a job has a claim, unless that has lapsed. */
    private static final List<JobState> CLAIMED = List.of(JobState.RUNNING, JobState.CANCELLING);

    private static final int DUE_MAXIMUM = 50;

    private static final String WIKI = "wiki";

    private static final String NOW = "now";

    private static final String RUNNER = "runner";

    @Inject
    private Ledger ledger;

    /** Adds a job, unless one of this type with this argument is live; deletes ended ones from before that time. */
    JobRow add(WikiId wiki, String type, String argument, UserId startedBy, Instant endedBefore)
    {
        JobRow[] found = new JobRow[1];
        // The head of the ledger is locked: two starts at once find one job.
        this.ledger.update(tx -> {
            JobRow there = live(tx.session(), wiki, type, argument);
            if (there == null) {
                purge(tx.session(), wiki, type, endedBefore);
                there = new JobRow(wiki.value(), type, argument, startedBy, nextTime(tx.session(), wiki, type));
                tx.session().persist(there);
            }
            found[0] = there;
        });
        return found[0];
    }

    private static JobRow live(Session session, WikiId wiki, String type, String argument)
    {
        return session
            .createQuery("from JobRow where wiki = :wiki and type = :type and argument = :argument and state in (:live)",
                JobRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("type", type).setParameter("argument", argument)
            .setParameterList("live", LIVE).getResultStream().findFirst().orElse(null);
    }

    private static void purge(Session session, WikiId wiki, String type, Instant before)
    {
        session.createQuery("delete from JobRow where wiki = :wiki and type = :type and state not in (:live)"
            + " and updated < :before").setParameter(WIKI, wiki.value()).setParameter("type", type)
            .setParameterList("live", LIVE).setParameter("before", before.toEpochMilli()).executeUpdate();
    }

    private static long nextTime(Session session, WikiId wiki, String type)
    {
        Long last = session
            .createQuery("select max(created) from JobRow where wiki = :wiki and type = :type", Long.class)
            .setParameter(WIKI, wiki.value()).setParameter("type", type).getSingleResult();
        long now = System.currentTimeMillis();
        return last == null ? now : Math.max(now, last + 1);
    }

    Optional<JobRow> find(WikiId wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(session.get(JobRow.class, id)))
            .filter(row -> row.wiki.equals(wiki.value()));
    }

    Optional<JobRow> find(UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(session.get(JobRow.class, id)));
    }

    /** Lists the newest jobs of some types, newest first. */
    List<JobRow> list(WikiId wiki, Collection<String> types, int limit)
    {
        return types.isEmpty() ? List.of() : this.ledger.read(session -> session
            .createQuery("from JobRow where wiki = :wiki and type in (:types) order by created desc, id", JobRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("types", types).setMaxResults(limit).getResultList());
    }

    /** Lists the newest job of each of some types. */
    List<JobRow> newest(WikiId wiki, Collection<String> types)
    {
        return types.isEmpty() ? List.of() : this.ledger.read(session -> session
            .createQuery("from JobRow job where wiki = :wiki and type in (:types) and created = (select max(created)"
                + " from JobRow where wiki = :wiki and type = job.type)", JobRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("types", types).getResultList());
    }

    /** Changes a job whose row is locked; does nothing if it is gone. */
    void change(UUID id, Consumer<JobRow> change)
    {
        this.ledger.update(tx -> locked(tx.session(), id).ifPresent(row -> touch(row, change)));
    }

    /** Lets an ended job continue, unless another one of its type with its argument is live. */
    void resume(UUID id)
    {
        this.ledger.update(tx -> locked(tx.session(), id).filter(row -> row.state.isResumable()
            && live(tx.session(), new WikiId(row.wiki), row.type, row.argument) == null)
            .ifPresent(row -> touch(row, job -> {
                job.release(JobState.QUEUED);
                job.notBefore = 0;
                forgetFailure(job);
            })));
    }

    /** Ends the jobs of some types whose claims have lapsed. */
    void abandon(Collection<String> types, CopException.Message problem)
    {
        long now = System.currentTimeMillis();
        List<UUID> lapsed = types.isEmpty() ? List.of() : this.ledger.read(session -> session
            .createQuery("select id from JobRow where state in (:claimed) and type in (:types) and claimedUntil <= :now",
                UUID.class)
            .setParameterList("claimed", CLAIMED).setParameterList("types", types).setParameter(NOW, now)
            .setMaxResults(DUE_MAXIMUM).getResultList());
        lapsed.forEach(id -> change(id, row -> {
            if (CLAIMED.contains(row.state) && row.claimedUntil <= now) {
                boolean cancelled = row.state == JobState.CANCELLING;
                row.release(cancelled ? JobState.CANCELLED : JobState.FAILED);
                row.messageKey = cancelled ? null : problem.key();
                row.messageArguments = cancelled ? null : write(problem.arguments());
            }
        }));
    }

    /** Lists the jobs of some types that a runner could claim now, those that rested longest first. */
    List<UUID> due(String runner, Collection<String> types)
    {
        return types.isEmpty() ? List.of() : this.ledger.read(session -> session
            .createQuery("select id from JobRow where state in (:live) and type in (:types) and notBefore <= :now and"
                + " (claimedUntil <= :now or claimedBy = :runner) order by updated, id", UUID.class)
            .setParameterList("live", LIVE).setParameterList("types", types)
            .setParameter(NOW, System.currentTimeMillis()).setParameter(RUNNER, runner).setMaxResults(DUE_MAXIMUM)
            .getResultList());
    }

    /** Claims a job for a runner; ends it instead if it is to be cancelled. Empty if the runner has nothing to do. */
    Optional<JobRow> claim(UUID id, String runner, long milliseconds)
    {
        JobRow[] claimed = new JobRow[1];
        this.ledger.write(tx -> {
            claimed[0] = null;
            long now = System.currentTimeMillis();
            locked(tx.session(), id).filter(row -> row.isClaimableBy(runner, now)).ifPresent(row -> touch(row, job -> {
                if (job.state == JobState.CANCELLING) {
                    job.release(JobState.CANCELLED);
                } else {
                    job.state = JobState.RUNNING;
                    job.claimedBy = runner;
                    job.claimedUntil = now + milliseconds;
                    claimed[0] = job;
                }
            }));
        });
        return Optional.ofNullable(claimed[0]);
    }

    /** Stores the number of units of a claimed job. */
    Optional<JobRow> count(UUID id, String runner, long total)
    {
        return write(id, runner, false, (session, row) -> row.total = Math.max(JobType.UNKNOWN, total));
    }

    /**
     * Commits the effect of a step together with its position. Empty if another runner has claimed the job meanwhile, or
     * the job is gone: nothing is written then.
     */
    Optional<JobRow> commit(JobContext before, String runner, JobStep step, long milliseconds)
    {
        return write(before.id(), runner, step.work() != null, (session, row) -> {
            if (step.work() != null) {
                step.work().accept(session);
            }
            row.phase = step.phase();
            row.position = step.position();
            row.done = before.done() + step.done();
            row.claimedUntil = System.currentTimeMillis() + milliseconds;
            forgetFailure(row);
            if (step.last()) {
                row.release(JobState.DONE);
            } else if (row.state == JobState.CANCELLING) {
                row.release(JobState.CANCELLED);
            }
        });
    }

    /** Stores why a step failed: the job waits for the next try, or has failed. */
    Optional<JobRow> fail(UUID id, String runner, CopException.Message problem, boolean ends, long pause)
    {
        return write(id, runner, false, (session, row) -> {
            row.tries++;
            row.messageKey = problem.key();
            row.messageArguments = write(problem.arguments());
            row.notBefore = System.currentTimeMillis() + pause;
            row.release(row.state == JobState.CANCELLING ? JobState.CANCELLED
                : ends ? JobState.FAILED : JobState.QUEUED);
        });
    }

    private Optional<JobRow> write(UUID id, String runner, boolean lockHead, Change change)
    {
        JobRow[] written = new JobRow[1];
        Consumer<Ledger.Transaction> work = tx -> {
            written[0] = null;
            locked(tx.session(), id).filter(row -> row.state.isLive() && runner.equals(row.claimedBy))
                .ifPresent(row -> touch(row, job -> {
                    change.make(tx.session(), job);
                    written[0] = job;
                }));
        };
        if (lockHead) {
            this.ledger.update(work);
        } else {
            this.ledger.write(work);
        }
        return Optional.ofNullable(written[0]);
    }

    /** Extends the claims of a runner. Writes nothing if there are none: each write empties caches. */
    void extend(String runner, long milliseconds)
    {
        if (!isClaiming(runner)) {
            return;
        }
        this.ledger.write(tx -> tx.session()
            .createQuery("update JobRow set claimedUntil = :until where claimedBy = :runner")
            .setParameter("until", System.currentTimeMillis() + milliseconds).setParameter(RUNNER, runner)
            .executeUpdate());
    }

    private boolean isClaiming(String runner)
    {
        return this.ledger.read(session -> session
            .createQuery("select count(*) from JobRow where claimedBy = :runner", Long.class)
            .setParameter(RUNNER, runner).getSingleResult()) > 0;
    }

    /** Gives up the claims of a runner. */
    void release(String runner)
    {
        this.ledger.write(tx -> tx.session()
            .createQuery("update JobRow set claimedUntil = 0, claimedBy = null where claimedBy = :runner")
            .setParameter(RUNNER, runner).executeUpdate());
    }

    /** Locks a row until the end of the transaction. */
    private static Optional<JobRow> locked(Session session, UUID id)
    {
        session.createQuery("update JobRow set tries = tries + 0 where id = :id").setParameter("id", id)
            .executeUpdate();
        return Optional.ofNullable(session.get(JobRow.class, id));
    }

    private static void touch(JobRow row, Consumer<JobRow> change)
    {
        change.accept(row);
        row.updated = Math.max(row.updated + 1, System.currentTimeMillis());
    }

    private static void forgetFailure(JobRow row)
    {
        row.tries = 0;
        row.messageKey = null;
        row.messageArguments = null;
    }

    static Job job(JobRow row)
    {
        CopException.Message problem = row.messageKey == null ? null
            : new CopException.Message(row.messageKey, read(row.messageArguments));
        return new Job(row.id, row.type, row.state, row.phase, row.done, row.total < 0 ? null : row.total, row.tries,
            problem, row.starter(), Instant.ofEpochMilli(row.created), Instant.ofEpochMilli(row.updated));
    }

    private static String write(Object... arguments)
    {
        try {
            String json = new ObjectMapper().writeValueAsString(arguments);
            return json.length() <= JobRow.MESSAGE_MAXIMUM ? json : "[]";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A message of a job has arguments that are no texts or numbers.", e);
        }
    }

    private static Object[] read(String json)
    {
        try {
            return new ObjectMapper().readValue(json, Object[].class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The arguments of a job's message cannot be read: [" + json + "].", e);
        }
    }

    /** Changes a job in a transaction. */
    @FunctionalInterface
    private interface Change
    {
        void make(Session session, JobRow row);
    }
}
