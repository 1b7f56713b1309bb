/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;
import org.copsuite.search.IndexConfiguration;
import org.copsuite.search.IndexFields;

/** The folder that Solr runs in: written anew at each start, except for the index itself. */
final class IndexHome
{
    private static final String VERSION = "version";

    private IndexHome()
    {
    }

    /**
     * Writes the configuration. An index of another version of the fields is deleted: it is made again from the ledger
     * and the pages.
     */
    static void prepare(Path home) throws IOException
    {
        Path version = home.resolve(VERSION);
        String wanted = String.valueOf(IndexFields.VERSION);
        if (Files.exists(home) && !isVersion(version, wanted)) {
            delete(home);
        }
        IndexConfiguration.write(home);
        Files.writeString(version, wanted);
    }

    /** What cannot be read is no version: of what a crash or a full disk left, nothing is believed. */
    private static boolean isVersion(Path file, String wanted)
    {
        try {
            return Files.exists(file) && Files.readString(file).equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes the folder, or what stands in its place. */
    static void delete(Path home) throws IOException
    {
        if (Files.isDirectory(home)) {
            FileUtils.deleteDirectory(home.toFile());
        } else {
            Files.deleteIfExists(home);
        }
    }
}
