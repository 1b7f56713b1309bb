/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/**
 * Lets the whole process stand still at each moment of its writing: before its first commit that has written something, and
 * just after each of these commits. Before any other commit the database is as after the one before. It goes on once a byte
 * arrives on the standard input.
 */
final class StandingDriver extends ObservedDriver
{
    private static final Pattern WRITES = Pattern.compile("\\s*(insert|update|delete|merge)\\b.*",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The last statement of each connection that has written since its last commit. */
    private final Map<Connection, String> written = new WeakHashMap<>();

    /** Where the signs are written, {@code null} while the process does not stand. */
    private Path signs;

    private int moments;

    private boolean begun;

    StandingDriver() throws SQLException
    {
        register();
    }

    /**
     * Stands at each moment from now on.
     *
     * @param folder where to write a file at each moment, named by its number from 1, that says which one it is
     */
    synchronized void stand(Path folder)
    {
        this.signs = folder;
    }

    /** Stands no more. */
    synchronized void go()
    {
        this.signs = null;
    }

    @Override
    Object run(Connection connection, String sql, Call call) throws Throwable
    {
        boolean writes = sql != null && WRITES.matcher(sql).matches();
        String writing = writes && connection.getAutoCommit() ? sql : null;
        synchronized (this.written) {
            if (sql == null) {
                writing = this.written.remove(connection);
            } else if (writes && writing == null) {
                this.written.put(connection, sql);
            }
        }
        if (writing == null) {
            return call.run();
        }
        begin(writing);
        Object result = call.run();
        moment("after " + writing);
        return result;
    }

    private synchronized void begin(String writing)
    {
        if (this.signs != null && !this.begun) {
            this.begun = true;
            moment("before " + writing);
        }
    }

    /** Whoever comes behind the standing thread stands, too: it waits for the monitor. */
    private synchronized void moment(String which)
    {
        if (this.signs != null) {
            try {
                this.moments++;
                Files.writeString(this.signs.resolve(String.valueOf(this.moments)), which);
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
