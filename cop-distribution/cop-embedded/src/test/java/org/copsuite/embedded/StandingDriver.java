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
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * Lets the whole process stand still at one moment of its writing: before its first commit that has written something, or
 * just after one of these commits. Before any other commit the database is as after the one before.
 */
final class StandingDriver extends ObservedDriver
{
    private static final Pattern WRITES = Pattern.compile("\\s*(insert|update|delete|merge)\\b.*",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The last statement of each connection that has written since its last commit. */
    private final Map<Connection, String> written = new WeakHashMap<>();

    private Path sign;

    /** How many moments are left, 0 while nothing is counted. */
    private int left;

    private boolean begun;

    StandingDriver() throws SQLException
    {
        register();
    }

    /**
     * Counts from now on.
     *
     * @param moment the moment at which to stand still, from 1
     * @param file a file to make then
     */
    synchronized void stand(int moment, Path file)
    {
        this.left = moment;
        this.sign = file;
    }

    /** Counts no more. */
    synchronized void go()
    {
        this.left = 0;
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
        if (this.left > 0 && !this.begun) {
            this.begun = true;
            moment("before " + writing);
        }
    }

    /** Whoever comes behind the standing thread stands, too: it waits for the monitor. */
    private synchronized void moment(String which)
    {
        if (this.left > 0 && --this.left == 0) {
            try {
                Files.writeString(this.sign, which);
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
