/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.List;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * Pays points for entries of some acts, and counts them. The component's hint is free. A rule decides whom an entry pays
 * and at which rate; how many points a rate is worth is the administrator's decision. The points and counts of an entry
 * that is reversed, or whose subject ends, are taken away without the rule; they are given back when the subject is
 * restored.
 * <p>
 * An entry pays the same whenever it is asked for: a rule depends on entries of the ledger only, never on the time or on
 * projections. {@link org.copsuite.recognition.RecognitionService} computes all points again when rates are added,
 * removed or changed, or counters added or removed, at the next start.
 */
@Role
public interface PointRule
{
    /** @return the types of the acts that this rule pays for */
    List<ActType<?>> acts();

    /** @return the rates that this rule uses; the text {@code cop.rule.<name>} describes each to administrators */
    List<Rate> rates();

    /** @return the counters of people that this rule increases */
    default List<Counter> counters()
    {
        return List.of();
    }

    /**
     * Pays for entries, in a number of statements that does not grow with the number of entries beyond chunks of it.
     *
     * @param session a transaction, for reading entries of the ledger
     * @param entries entries of the acts of this rule, all of one wiki
     */
    void pay(Session session, Collection<PaidEntry> entries);

    /**
     * A rate, the key {@code points.<name>} of {@code cop-rules.properties}.
     *
     * @param name lower-case letters and dashes, unique in the suite
     * @param points the default points, which may be negative
     * @param exempt whether its points do not count toward the daily cap by default
     */
    record Rate(String name, int points, boolean exempt)
    {
        /**
         * Creates a rate whose points count toward the daily cap.
         *
         * @param name the name
         * @param points the default points
         */
        public Rate(String name, int points)
        {
            this(name, points, false);
        }
    }

    /** An entry to pay for. */
    interface PaidEntry
    {
        /** @return the entry, which reverses none */
        LedgerEntry entry();

        /**
         * @param creation a type of act that creates its subject
         * @return whether such an act created the subject of the entry, as asking creates a question
         */
        boolean isAbout(ActType<?> creation);

        /**
         * Pays a person. Pays nobody if the person is {@code null}, a guest or anonymous.
         *
         * @param person the person
         * @param rate the name of the rate
         * @param times how many times the rate is paid; a negative number takes away
         */
        void pay(UserId person, String rate, int times);

        /**
         * Pays a person once.
         *
         * @param person the person
         * @param rate the name of the rate
         */
        default void pay(UserId person, String rate)
        {
            pay(person, rate, 1);
        }

        /**
         * Increases a counter of a person by one. Counts for nobody if the person is {@code null}, a guest or
         * anonymous.
         *
         * @param person the person
         * @param counter one of the rule's {@link PointRule#counters()}
         */
        void count(UserId person, Counter counter);
    }
}
