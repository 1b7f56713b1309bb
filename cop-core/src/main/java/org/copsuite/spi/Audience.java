/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.notice.WatchTarget;
import org.copsuite.wiki.UserId;

/**
 * Whom an entry concerns. A person who comes from several sources is notified once.
 *
 * @param about the thing that is stored with the notice beside the subject of the entry, for example the post of a
 *            comment; {@code null} for none
 * @param sources the people
 * @param watched the targets whose watchers are notified, too
 * @param refusable the target that people may have chosen not to watch: whoever did is not notified; {@code null} if
 *            nobody can refuse
 */
public record Audience(UUID about, List<Source> sources, List<WatchTarget> watched, WatchTarget refusable)
{
    /** Copies the lists. */
    public Audience
    {
        sources = List.copyOf(sources);
        watched = List.copyOf(watched);
    }

    /**
     * @param person the person
     * @return that person alone, an account or an imported person; an imported one stands for the account linked to it
     */
    public static Audience of(UserId person)
    {
        return of(List.of(person));
    }

    /**
     * @param people accounts and imported people, a few
     * @return these people
     */
    public static Audience of(Collection<UserId> people)
    {
        List<UserId> sorted = new TreeSet<>(people.stream().map(UserId::value).toList()).stream().map(UserId::new).toList();
        return of((person, limit) -> sorted.stream().filter(id -> id.value().compareTo(person) > 0).limit(limit).toList());
    }

    /**
     * @param source the people
     * @return these people
     */
    public static Audience of(Source source)
    {
        return new Audience(null, List.of(source), List.of(), null);
    }

    /**
     * @param targets targets
     * @return the people who watch one of them
     */
    public static Audience watching(Collection<WatchTarget> targets)
    {
        return new Audience(null, List.of(), List.copyOf(targets), null);
    }

    /**
     * @param source more people
     * @return this audience and these people
     */
    public Audience and(Source source)
    {
        List<Source> all = new ArrayList<>(this.sources);
        all.add(source);
        return new Audience(this.about, all, this.watched, this.refusable);
    }

    /**
     * @param thing the id of what the notice is about beside the subject of the entry
     * @return this audience with that id
     */
    public Audience about(UUID thing)
    {
        return new Audience(thing, this.sources, this.watched, this.refusable);
    }

    /**
     * @param target a target
     * @return this audience and the people who watch the target, without those who chose not to watch it
     */
    public Audience andWatchersOf(WatchTarget target)
    {
        List<WatchTarget> targets = new ArrayList<>(this.watched);
        targets.add(target);
        return new Audience(this.about, this.sources, targets, this.refusable).unlessRefused(target);
    }

    /**
     * @param target a target
     * @return this audience without the people who chose not to watch the target
     */
    public Audience unlessRefused(WatchTarget target)
    {
        return new Audience(this.about, this.sources, this.watched, target);
    }

    /** Lists people page by page. */
    @FunctionalInterface
    public interface Source
    {
        /**
         * @param person the last id of the previous page, empty at the start
         * @param limit the maximum number of people
         * @return people after that one, ordered by id
         */
        List<UserId> after(String person, int limit);
    }
}
