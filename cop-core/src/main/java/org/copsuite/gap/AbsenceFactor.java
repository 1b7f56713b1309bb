/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;

/**
 * The contributor absence factor of the CHAOSS project, also called bus factor: the smallest number of people who made 50 %
 * of the contributions of a period. If so many people are absent, half of the contributions are missing.
 *
 * @see <a href="https://chaoss.community/kb/metric-contributor-absence-factor/">CHAOSS: Contributor Absence Factor</a>
 */
public final class AbsenceFactor
{
    private AbsenceFactor()
    {
    }

    /**
     * Sorts the contributions of the people downwards and adds them up until they make half of all.
     *
     * @param contributions the number of contributions of each person, in any order, none negative
     * @param all the number of all contributions, at least their sum: it may count contributions of people who are not listed
     * @return the smallest number of people who made at least half of all contributions; 0 without any contribution, and one
     *         more than the people listed if together they made less than half
     */
    public static int of(Collection<Integer> contributions, int all)
    {
        Iterator<Integer> sorted = contributions.stream().sorted(Comparator.reverseOrder()).iterator();
        int people = 0;
        long sum = 0;
        while (2 * sum < all) {
            people++;
            if (!sorted.hasNext()) {
                return people;
            }
            sum += sorted.next();
        }
        return people;
    }
}
