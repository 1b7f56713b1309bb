/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The folder that holds the data of a wiki; locked while the wiki runs. */
final class DataFolder implements AutoCloseable
{
    /**
     * The version of the folder's format. Increase it when the previous version of CoP Suite can no longer read the
     * folder.
     */
    static final int FORMAT = 1;

    private static final String FORMAT_FILE = "format";

    private static final String LOCK_FILE = "lock";

    private final FileChannel channel;

    private DataFolder(FileChannel channel)
    {
        this.channel = channel;
    }

    /**
     * Creates the folder if it does not exist, checks that this version can read it, locks it, and makes it private to
     * its owner. The operating system releases the lock when the process ends, even after a crash.
     */
    static DataFolder open(Path folder) throws StartException
    {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(channel, folder);
            checkFormat(folder);
            PrivateFiles.restrict(folder);
            DataFolder opened = new DataFolder(channel);
            channel = null;
            return opened;
        } catch (IOException e) {
            throw new StartException("The data folder " + folder + " cannot be used: " + reason(e) + '.', e);
        } finally {
            close(channel);
        }
    }

    private static void lock(FileChannel channel, Path folder) throws IOException, StartException
    {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw locked(folder, e);
        }
        if (lock == null) {
            throw locked(folder, null);
        }
    }

    private static StartException locked(Path folder, Throwable cause)
    {
        return new StartException("The data folder " + folder + " is in use by another CoP Suite: stop it, or "
            + "choose another folder with --data.", cause);
    }

    private static void checkFormat(Path folder) throws IOException, StartException
    {
        Path file = folder.resolve(FORMAT_FILE);
        // A crash or a full disk can leave the file empty or full of zeros. It means format 1: versions that write
        // another number write the file atomically.
        String format = Files.exists(file)
            ? Files.readString(file, StandardCharsets.ISO_8859_1).replace("\0", "").strip() : "";
        if (format.isEmpty()) {
            write(file);
            return;
        }
        if (!format.matches("[0-9]{1,9}")) {
            throw new StartException("The file named format in the data folder " + folder + " contains no number: "
                + "this is not a data folder of CoP Suite.");
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new StartException("The data folder " + folder + " was written by a newer version of CoP Suite "
                + "(format " + format + ", this version reads up to " + FORMAT + "): start the newer version.");
        }
    }

    /** Writes the file atomically: it is complete or does not exist. */
    private static void write(Path file) throws IOException
    {
        Path partial = file.resolveSibling(FORMAT_FILE + ".part");
        Files.writeString(partial, FORMAT + "\n");
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String reason(IOException e)
    {
        return e.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)
            .replace(" exception", "");
    }

    private static void close(FileChannel channel) throws StartException
    {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new StartException("Failed to release the lock of the data folder.", e);
            }
        }
    }

    @Override
    public void close() throws IOException
    {
        this.channel.close();
    }
}
