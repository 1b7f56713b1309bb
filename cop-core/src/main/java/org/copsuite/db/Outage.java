/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.copsuite.CopException;

/**
 * Tells an outage from a fault of the suite: of the database, or of what refuses because too many write at once. After an
 * outage the same request succeeds, so its answer is 503 with {@code Retry-After}.
 */
public final class Outage
{
    /** The state that the SQL standard's implementations give to a full disk. */
    public static final String DISK_FULL = "53100";

    /** Classes of states: no connection, serialization failure, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    /** The longest chain of causes that is followed. */
    private static final int CAUSES = 50;

    private Outage()
    {
    }

    /**
     * @param failure what a request ended with, may be {@code null}
     * @return whether the failure, one of its causes or one of their next exceptions says that the database does not answer,
     *         is being stopped or started, lacks room, or asks to try again, or is a {@link CopException} UNAVAILABLE
     */
    public static boolean is(Throwable failure)
    {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            if (cause instanceof SQLException sql && (isTemporary(sql) || is(sql.getNextException()))
                || cause instanceof CopException refusal && refusal.getKind() == CopException.Kind.UNAVAILABLE) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * Selects the trace for a log message: an outage repeats and says all with its name, a fault needs its trace.
     *
     * @param failure the failure
     * @return the last argument of the log message: the failure, or {@code null} for an outage
     */
    public static Throwable traceOf(Throwable failure)
    {
        return is(failure) ? null : failure;
    }

    private static boolean isTemporary(SQLException failure)
    {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException || failure instanceof SQLRecoverableException
            || failure instanceof SQLNonTransientConnectionException
            || state != null && state.length() == DISK_FULL.length() && CLASSES.contains(state.substring(0, 2));
    }
}
