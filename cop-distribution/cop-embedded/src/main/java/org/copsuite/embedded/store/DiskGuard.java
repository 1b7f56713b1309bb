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
 * Rejects writes to HSQLDB that the disk has no space for. HSQLDB acknowledges a commit even if it failed to append the
 * line to its log, and a line that was appended in part makes the next start ignore all later lines. Therefore a commit
 * requires free space before it, and free space after it proves that its line is complete. Otherwise writes are
 * rejected until the disk has space again and HSQLDB has written all its data to a new file (a checkpoint).
 * Thread-safe.
 */
final class DiskGuard
{
    /** The free space required before a commit, in bytes: HSQLDB's log grows to this size before a checkpoint. */
    static final long BEFORE = 64L << 20;

    /** The free space required after a commit, in bytes. */
    static final long AFTER = 8L << 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(DiskGuard.class);

    /** HSQLDB's error code for a file that cannot be read or written. */
    private static final int FILE_ERROR = -452;

    private static final long RETRY_DELAY = TimeUnit.SECONDS.toMillis(1);

    private final Path database;

    private final LongSupplier freeSpace;

    /** Whether the log may have lost a line. */
    private final AtomicBoolean damaged = new AtomicBoolean();

    /** @param database the path of the database files, without extension */
    DiskGuard(Path database)
    {
        this(database, () -> database.toAbsolutePath().getParent().toFile().getUsableSpace());
    }

    DiskGuard(Path database, LongSupplier freeSpace)
    {
        this.database = database;
        this.freeSpace = freeSpace;
    }

    /** Opens a connection that bypasses the pool. */
    @FunctionalInterface
    interface Opener
    {
        Connection open() throws SQLException;
    }

    /**
     * Checks the free space before a commit that may have written.
     *
     * @throws SQLException if the disk lacks space; the caller must not commit
     */
    void before() throws SQLException
    {
        if (this.damaged.get() || this.freeSpace.getAsLong() < BEFORE) {
            throw full("The disk of the database has less than " + (BEFORE >> 20) + " MB of free space.");
        }
    }

    /**
     * Checks the free space after a commit. If it is too low, starts a thread that repairs the database.
     *
     * @param opener opens a connection for the checkpoint
     * @throws SQLException if the disk is so full that the commit may not survive the process
     */
    void after(Opener opener) throws SQLException
    {
        if (this.freeSpace.getAsLong() >= AFTER && !this.damaged.get()) {
            return;
        }
        if (this.damaged.compareAndSet(false, true)) {
            LOGGER.error("The disk of the database is full; writes are rejected until it has {} MB of free space.",
                BEFORE >> 20);
            Thread repair = new Thread(() -> repair(opener), "cop-database-repair");
            repair.setDaemon(true);
            repair.start();
        }
        throw full("The disk of the database became full.");
    }

    /**
     * @param failure the failure of a statement, which may have written a temporary file
     * @return a disk-full exception if the statement failed to access a file on a full disk, else the same failure
     */
    SQLException explained(SQLException failure)
    {
        if (failure.getErrorCode() != FILE_ERROR || this.freeSpace.getAsLong() >= BEFORE) {
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
                Thread.sleep(RETRY_DELAY);
                if (this.freeSpace.getAsLong() >= BEFORE && checkpoint(opener)) {
                    this.damaged.set(false);
                    LOGGER.warn("The disk of the database has free space again; the checkpoint has stored all data.");
                }
            } catch (SQLException | IOException e) {
                LOGGER.warn("Failed to run the checkpoint of the database: [{}]; will retry in a second.",
                    e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return whether HSQLDB has rewritten its files; it reports a failure only in its own log */
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
