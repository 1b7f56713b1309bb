/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.sql.SQLException;
import java.util.Set;

/** Recognises transactions that failed because of another one and may succeed when they are run again. */
public final class Conflicts
{
    /** The class of states of a deadlock, or of a transaction that cannot be serialised with another one. */
    private static final String ROLLBACK = "40";

    /** The state in which MariaDB and MySQL report what the standard has no state for. */
    private static final String GENERAL = "HY000";

    /**
     * What MariaDB and MySQL ask to run again without such a state: a lock was not given in time (1205), a row has changed
     * since the transaction read it (1020).
     */
    private static final Set<Integer> CODES = Set.of(1205, 1020);

    private Conflicts()
    {
    }

    /**
     * @param e a failure of a database
     * @return whether the whole transaction, rolled back, is worth another try
     */
    public static boolean isConflict(SQLException e)
    {
        String state = e.getSQLState();
        return state != null
            && (state.startsWith(ROLLBACK) || GENERAL.equals(state) && CODES.contains(e.getErrorCode()));
    }
}
