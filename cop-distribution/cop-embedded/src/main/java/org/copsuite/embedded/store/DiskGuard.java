/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.copsuite.db.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses writes to HSQLDB that its disk cannot take. HSQLDB acknowledges a commit whose line it could not append to its
 * log, and a line that was appended in part makes the next start ignore all later ones. So a commit needs room before it,
 * and room that is left after it tells that its line is whole; otherwise writes are refused until the disk has room again
 * and HSQLDB has written all it holds to a new file (a checkpoint). Safe for use by several threads.
 */
final class DiskGuard
{
    /** The room that the disk has before a commit, in bytes: HSQLDB's log grows to as much before a checkpoint. */
    static final long BEFORE = 64L << 20;

    /** The room that the disk has after a commit, in bytes. */
    static final long AFTER = 8L << 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(DiskGuard.class);

    /** HSQLDB's code of a file that cannot be read or written. */
    private static final int FILE_ERROR = -452;

    private static final long PAUSE = TimeUnit.SECONDS.toMillis(1);

    private final Path database;

    private final LongSupplier room;

    /** Whether the log may have lost a line. */
    private final AtomicBoolean damaged = new AtomicBoolean();

    /**
     * @param database the path of the database's files, without their endings
     */
    DiskGuard(Path database)
    {
        this(database, () -> database.toAbsolutePath().getParent().toFile().getUsableSpace());
    }

    DiskGuard(Path database, LongSupplier room)
    {
        this.database = database;
        this.room = room;
    }

    /** Opens a connection of its own. */
    @FunctionalInterface
    interface Opener
    {
        Connection open() throws SQLException;
    }

    /**
     * Is called before a commit of what was written.
     *
     * @throws SQLException if the disk lacks room; nothing may be committed then
     */
    void before() throws SQLException
    {
        if (this.damaged.get() || this.room.getAsLong() < BEFORE) {
            throw full("The disk of the database has less than " + (BEFORE >> 20) + " MB of room.");
        }
    }

    /**
     * Is called after a commit.
     *
     * @param opener opens a connection for the checkpoint
     * @throws SQLException if the disk is so full that the commit may not survive the process
     */
    void after(Opener opener) throws SQLException
    {
        if (this.room.getAsLong() >= AFTER && !this.damaged.get()) {
            return;
        }
        if (this.damaged.compareAndSet(false, true)) {
            LOGGER.error("The disk of the database is full; nothing is written until it has {} MB of room again.",
                BEFORE >> 20);
            Thread repair = new Thread(() -> repair(opener), "cop-database-repair");
            repair.setDaemon(true);
            repair.start();
        }
        throw full("The disk of the database became full.");
    }

    /**
     * @param failure how a statement failed, as one that writes a file of its own
     * @return the same, as a full disk where it is one
     */
    SQLException explained(SQLException failure)
    {
        if (failure.getErrorCode() != FILE_ERROR || this.room.getAsLong() >= BEFORE) {
            return failure;
        }
        return new SQLTransientException("The disk of the database is full.", Outage.DISK_FULL, failure);
    }

    private static SQLException full(String reason)
    {
        return new SQLTransientException(reason, Outage.DISK_FULL);
    }

    private void repair(Opener opener)
    {
        while (this.damaged.get()) {
            try {
                Thread.sleep(PAUSE);
                if (this.room.getAsLong() >= BEFORE && checkpoint(opener)) {
                    this.damaged.set(false);
                    LOGGER.warn("The disk of the database has room again; all that it holds is stored.");
                }
            } catch (SQLException | IOException e) {
                LOGGER.warn("Failed to store what the database holds: [{}]; the next attempt follows in a second.",
                    e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return whether HSQLDB has written its files anew; it tells of a failure only in its own log */
    private boolean checkpoint(Opener opener) throws SQLException, IOException
    {
        List<Object> before = script();
        try (Connection connection = opener.open(); Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        return !script().equals(before);
    }

    private List<Object> script() throws IOException
    {
        BasicFileAttributes script =
            Files.readAttributes(this.database.resolveSibling(this.database.getFileName() + ".script"),
                BasicFileAttributes.class);
        return List.of(script.lastModifiedTime(), script.size(), String.valueOf(script.fileKey()));
    }
}
