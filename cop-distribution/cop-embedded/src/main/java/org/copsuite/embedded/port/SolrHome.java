/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;
import org.copsuite.search.IndexConfiguration;
import org.copsuite.search.IndexFields;

/** The folder that Solr runs in. Each start rewrites it, except for the index itself. */
final class SolrHome
{
    private static final String VERSION = "version";

    private SolrHome()
    {
    }

    /**
     * Writes the configuration. An index with another version of the fields is deleted; the suite builds a new one from
     * the ledger and the pages.
     *
     * @param home the folder
     * @throws IOException if it cannot be written
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

    /** Returns {@code false} if the file cannot be read: files left by a crash or a full disk are not trusted. */
    private static boolean isVersion(Path file, String wanted)
    {
        try {
            return Files.exists(file) && Files.readString(file).equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Deletes the folder, or the file at its path.
     *
     * @param home the folder
     * @throws IOException if it cannot be deleted
     */
    static void delete(Path home) throws IOException
    {
        if (Files.isDirectory(home)) {
            FileUtils.deleteDirectory(home.toFile());
        } else {
            Files.deleteIfExists(home);
        }
    }
}
