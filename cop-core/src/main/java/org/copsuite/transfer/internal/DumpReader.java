/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.copsuite.CopException;
import org.copsuite.transfer.StackExchangeImport.Progress;

/** Reads the files of a dump row by row, and reports the progress and the skipped rows. */
final class DumpReader
{
    /** The longest time between two boundaries. */
    private static final long PART = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;

    private final Progress progress;

    private final Boundary boundary;

    private final long total;

    private long done;

    private boolean batchWritten;

    private long lastBoundary = System.nanoTime();

    private long skipped;

    /** Handler of rows. */
    @FunctionalInterface
    interface RowHandler
    {
        /**
         * @param row the row
         * @throws BadRowException if the row cannot be used
         * @throws IOException if a temporary file cannot be written
         * @throws CopException if the suite refuses the content
         */
        void handle(DumpRow row) throws BadRowException, IOException, CopException;
    }

    /** Listener for places between two rows at which the import may be interrupted: nothing is half written. */
    @FunctionalInterface
    interface Boundary
    {
        /**
         * @param file the name of the file being read
         * @param bytes the number of bytes read, of all files
         */
        void reached(String file, long bytes);
    }

    /**
     * @param folder the folder of the dump
     * @param progress the listener
     * @param boundary is called after each batch, and at least once a second
     * @param readings the names of the files to read, each as often as it will be read
     */
    DumpReader(Path folder, Progress progress, Boundary boundary, String... readings) throws IOException
    {
        this.folder = folder;
        this.progress = progress;
        this.boundary = boundary;
        this.total = Math.max(1, size(folder, readings));
    }

    /**
     * @param folder the folder of a dump
     * @param files the names of files, which may be missing
     * @return the sum of their sizes
     */
    static long size(Path folder, String... files) throws IOException
    {
        long sum = 0;
        for (String file : files) {
            Path path = folder.resolve(file);
            sum += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return sum;
    }

    /**
     * @param file the name of the file; a missing file has no rows
     * @param handler the handler of its rows
     */
    void read(String file, RowHandler handler) throws IOException, CopException
    {
        read(file, handler, this::skip);
    }

    /** Reads a file again without reporting problems, which the first reading reported. */
    void readAgain(String file, RowHandler handler) throws IOException, CopException
    {
        read(file, handler, (name, line, reason) -> { });
    }

    private void read(String file, RowHandler handler, RowReader.Problems problems)
        throws IOException, CopException
    {
        Path path = this.folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return;
        }
        try {
            new DumpFile(path).check();
        } catch (CopException e) {
            // A truncated file still has usable rows. A file that is not of a dump has none.
            if (!e.getText().key().endsWith(".cut")) {
                problems.report(file, 1, "is not a file of a data dump and is skipped");
            }
        }
        try (RowReader rows = new RowReader(path, problems)) {
            DumpRow row = rows.next();
            while (row != null) {
                try {
                    handler.handle(row);
                } catch (BadRowException e) {
                    problems.report(row.file(), row.line(), e.getMessage());
                }
                this.progress.at(file, Math.min(1, (double) (this.done + rows.bytes()) / this.total));
                check(file, this.done + rows.bytes());
                row = rows.next();
            }
        }
        this.done += size(this.folder, file);
    }

    private void check(String file, long bytes)
    {
        if (this.batchWritten || System.nanoTime() - this.lastBoundary > PART) {
            this.batchWritten = false;
            this.boundary.reached(file, bytes);
            this.lastBoundary = System.nanoTime();
        }
    }

    /** Is called when a batch is written: a boundary follows the current row. */
    void written()
    {
        this.batchWritten = true;
    }

    /** Counts and reports a skipped row. */
    void skip(String file, long line, String reason)
    {
        this.skipped++;
        this.progress.skipped(file, line, reason);
    }

    long skipped()
    {
        return this.skipped;
    }
}
