/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.spi.JobType;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Checks permissions and delegates. */
@Component
@Singleton
public class DefaultJobs implements Jobs
{
    /** Ended jobs are deleted after this time, when the next one of their type starts. */
    static final Duration KEPT = Duration.ofDays(90);

    @Inject
    private JobRepository repository;

    @Inject
    private Provider<Map<String, JobType>> types;

    @Inject
    private Provider<JobRunner> runner;

    @Inject
    private Provider<Access> access;

    @Override
    public Job start(UserId actor, WikiId wiki, String type, String argument) throws CopException
    {
        JobType known = visible(actor, wiki).get(type);
        if (known == null || !known.isOffered()) {
            throw CopException.notFound();
        }
        if (argument.length() > JobRow.ARGUMENT_MAXIMUM) {
            throw CopException.invalid("argument", "cop.job.error.argument", JobRow.ARGUMENT_MAXIMUM);
        }
        return add(wiki, type, argument, actor);
    }

    @Override
    public Job require(WikiId wiki, String type, String argument)
    {
        return add(wiki, type, argument, null);
    }

    private Job add(WikiId wiki, String type, String argument, UserId startedBy)
    {
        JobRow row = this.repository.add(wiki, type, argument, startedBy, Instant.now().minus(KEPT));
        this.runner.get().wake();
        return JobRepository.job(row);
    }

    @Override
    public void cancel(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        row(actor, wiki, id);
        this.repository.change(id, row -> {
            if (row.state == JobState.QUEUED) {
                row.release(JobState.CANCELLED);
            } else if (row.state == JobState.RUNNING) {
                row.state = JobState.CANCELLING;
            }
        });
        // The claim of a runner that ended may have lapsed.
        this.runner.get().wake();
    }

    @Override
    public void resume(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        if (!isResumable(row(actor, wiki, id).type)) {
            throw new CopException(CopException.Kind.INVALID, "cop.job.error.foreground");
        }
        this.repository.resume(id);
        this.runner.get().wake();
    }

    @Override
    public boolean isResumable(String type)
    {
        JobType known = this.types.get().get(type);
        return known != null && !known.isForeground();
    }

    @Override
    public Job get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return JobRepository.job(row(reader, wiki, id));
    }

    private JobRow row(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        return this.repository.find(wiki, id).filter(row -> visible(reader, wiki).containsKey(row.type))
            .orElseThrow(CopException::notFound);
    }

    @Override
    public List<Job> list(UserId reader, WikiId wiki)
    {
        return this.repository.list(wiki, visible(reader, wiki).keySet(), LISTED).stream().map(JobRepository::job)
            .toList();
    }

    @Override
    public List<Latest> latest(UserId reader, WikiId wiki)
    {
        Map<String, JobType> visible = visible(reader, wiki);
        Map<String, Job> newest = newest(wiki, visible.keySet());
        return visible.entrySet().stream()
            .map(type -> new Latest(type.getKey(), type.getValue().isOffered(), newest.get(type.getKey())))
            .filter(type -> type.offered() || type.job() != null
                && (type.job().state().isLive() || type.job().state() == JobState.FAILED))
            .toList();
    }

    @Override
    public JobCounts counts(WikiId wiki)
    {
        List<JobState> states =
            newest(wiki, this.types.get().keySet()).values().stream().map(Job::state).toList();
        return new JobCounts((int) states.stream().filter(JobState::isLive).count(),
            (int) states.stream().filter(state -> state == JobState.FAILED).count());
    }

    private Map<String, Job> newest(WikiId wiki, Set<String> names)
    {
        return this.repository.newest(wiki, names).stream().map(JobRepository::job)
            .collect(Collectors.toMap(Job::type, Function.identity()));
    }

    /** Returns the types that a person may use, in the order of their names. */
    private Map<String, JobType> visible(UserId person, WikiId wiki)
    {
        Map<String, JobType> visible = new TreeMap<>();
        if (!person.isGuest()) {
            this.types.get().forEach((name, type) -> {
                if (this.access.get().has(person, type.right(), SpaceId.of(wiki))) {
                    visible.put(name, type);
                }
            });
        }
        return visible;
    }
}
