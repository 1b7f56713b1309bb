/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.solr.core.DirectoryFactory;
import org.apache.solr.core.SolrCore;
import org.apache.solr.search.SolrIndexSearcher;
import org.apache.solr.util.RefCounted;

/** Verifies the files of an open core. */
final class IndexChecksums
{
    private IndexChecksums()
    {
    }

    /**
     * @param core an open core
     * @return whether its index folder exists, and each file matches the checksum at its end
     * @throws IOException if the files cannot be read now
     */
    static boolean areIn(SolrCore core) throws IOException
    {
        if (!Files.isDirectory(Path.of(core.getIndexDir()))) {
            return false;
        }
        RefCounted<SolrIndexSearcher> searcher = core.getSearcher();
        try {
            return areIn(searcher.get().getRawReader()) && isLatestCommitThere(core);
        } catch (CorruptIndexException | EOFException | FileNotFoundException | NoSuchFileException | InternalError e) {
            return false;
        } finally {
            searcher.decref();
        }
    }

    private static boolean areIn(IndexReader reader) throws IOException
    {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
        return true;
    }

    /**
     * Opens each file of the latest commit. An open reader still reads a deleted file, but the next start would miss
     * it.
     */
    private static boolean isLatestCommitThere(SolrCore core) throws IOException
    {
        DirectoryFactory factory = core.getDirectoryFactory();
        Directory directory = factory.get(core.getIndexDir(), DirectoryFactory.DirContext.DEFAULT,
            core.getSolrConfig().indexConfig.lockType);
        try {
            for (String file : core.getDeletionPolicy().getLatestCommit().getFileNames()) {
                directory.openInput(file, IOContext.READONCE).close();
            }
            return true;
        } finally {
            factory.release(directory);
        }
    }
}
