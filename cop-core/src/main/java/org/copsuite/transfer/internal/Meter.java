/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.copsuite.CopException;
import org.copsuite.transfer.StackExchangeImport.Progress;

/** Goes through the files of a dump row by row, and tells how far it is and which rows it passes over. */
final class Meter
{
    private final Path folder;

    private final Progress progress;

    private final long total;

    private long done;

    private long skipped;

    /** Takes a row. */
    @FunctionalInterface
    interface Taker
    {
        /**
         * @param row the row
         * @throws BadRowException if it cannot be used
         * @throws IOException if something cannot be written
         * @throws CopException if the suite refuses
         */
        void take(DumpRow row) throws BadRowException, IOException, CopException;
    }

    /**
     * @param folder the dump's folder
     * @param progress whom to tell
     * @param readings the files that will be read, each as often as it will be
     */
    Meter(Path folder, Progress progress, String... readings) throws IOException
    {
        this.folder = folder;
        this.progress = progress;
        long sum = 0;
        for (String reading : readings) {
            sum += size(reading);
        }
        this.total = Math.max(1, sum);
    }

    private long size(String file) throws IOException
    {
        Path path = this.folder.resolve(file);
        return Files.isRegularFile(path) ? Files.size(path) : 0;
    }

    /**
     * @param file the file's name; one that is not there has no rows
     * @param taker takes its rows
     */
    void read(String file, Taker taker) throws IOException, CopException
    {
        read(file, taker, this::skip);
    }

    /** Reads a file once more: what is wrong with it was said the first time. */
    void readAgain(String file, Taker taker) throws IOException, CopException
    {
        read(file, taker, (name, line, reason) -> { });
    }

    private void read(String file, Taker taker, RowReader.Problems problems)
        throws IOException, CopException
    {
        Path path = this.folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return;
        }
        try {
            new DumpFile(path).check();
        } catch (CopException e) {
            // Rows of a file that was cut are used all the same; of what is none of a dump there are none.
            if (!e.getText().key().endsWith(".cut")) {
                problems.report(file, 1, "is no file of a data dump, and is passed over");
            }
        }
        try (RowReader rows = new RowReader(path, problems)) {
            DumpRow row = rows.next();
            while (row != null) {
                try {
                    taker.take(row);
                } catch (BadRowException e) {
                    problems.report(row.file(), row.line(), e.getMessage());
                }
                this.progress.at(file, Math.min(1, (double) (this.done + rows.bytes()) / this.total));
                row = rows.next();
            }
        }
        this.done += size(file);
    }

    /** Passes over a row. */
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
