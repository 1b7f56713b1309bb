/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.copsuite.test.QuickKeys;
import org.copsuite.wiki.Index;

/** A Solr core of its own in a temporary folder. */
public final class EmbeddedIndex implements Index, AutoCloseable
{
    static {
        // Saves a second at each start: nobody calls Solr's REST API in this process.
        System.setProperty("disable.v2.api", "true");
        QuickKeys.use();
    }

    private final EmbeddedSolrServer server;

    /** Starts. */
    public EmbeddedIndex()
    {
        this(folder());
    }

    /** @param home the folder, kept when this is closed */
    public EmbeddedIndex(Path home)
    {
        try {
            IndexConfiguration.write(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = new EmbeddedSolrServer(home, IndexFields.CORE);
    }

    @Override
    public SolrClient client()
    {
        return this.server;
    }

    @Override
    public void close()
    {
        try {
            this.server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder()
    {
        try {
            return Files.createTempDirectory("cop-solr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
