/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/** A wiki that does not handle notices until {@link #startCarrying}; then it keeps every notice that it receives. */
public class TestNotices implements Notices
{
    private final Map<UUID, Set<String>> people = new LinkedHashMap<>();

    private final Map<UUID, Notice> carried = new LinkedHashMap<>();

    private final Set<String> unmuted = ConcurrentHashMap.newKeySet();

    private Runnable meanwhile = () -> { };

    private boolean carrying;

    private String refused;

    /** Makes the wiki handle notices from now on. */
    public void startCarrying()
    {
        this.carrying = true;
    }

    /** @param work runs in each {@link #send}, before the notice is kept */
    public synchronized void doMeanwhile(Runnable work)
    {
        this.meanwhile = work;
    }

    /** @param type the type of notices whose sending fails from now on, {@code null} for none */
    public synchronized void refuse(String type)
    {
        this.refused = type;
    }

    /** @return the notices received, by id */
    public synchronized Map<UUID, Notice> carried()
    {
        return Map.copyOf(this.carried);
    }

    /**
     * @param notice the id of a notice
     * @return the recipients of its last sending, {@code null} if it was not sent
     */
    public synchronized Set<String> people(UUID notice)
    {
        return this.people.get(notice);
    }

    /** @return the unmuted pages, each as person and page with a blank between */
    public Set<String> unmuted()
    {
        return this.unmuted;
    }

    @Override
    public boolean handles()
    {
        return this.carrying;
    }

    @Override
    public synchronized void send(Notice notice, Collection<UserId> to)
    {
        if (notice.type().equals(this.refused)) {
            throw new IllegalStateException("The wiki does not accept notices of this type.");
        }
        this.meanwhile.run();
        this.carried.put(notice.id(), notice);
        this.people.put(notice.id(), new TreeSet<>(to.stream().map(UserId::value).toList()));
    }

    @Override
    public void unmute(UserId person, PageId page)
    {
        this.unmuted.add(person + " " + page);
    }

    @Override
    public Optional<String> preferences(UserId person)
    {
        return this.carrying ? Optional.of("/preferences") : Optional.empty();
    }
}
