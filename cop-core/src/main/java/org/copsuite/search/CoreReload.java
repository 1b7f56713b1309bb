/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.io.IOException;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.CoreAdminRequest;
import org.apache.solr.common.util.NamedList;

/**
 * Closes a Solr core and opens it again, for a binding that does not run Solr itself. Solr's own RELOAD keeps an index
 * writer that has closed itself; therefore this class unloads the core and creates it again in its folder, with the
 * configuration found there.
 */
public final class CoreReload
{
    private CoreReload()
    {
    }

    /**
     * Unloads the core and creates it again.
     *
     * @param client a client of the server that runs the core; a client of a remote core only cannot reach the core
     *            administration
     * @param core the name of the core in Solr
     * @param empty whether to delete the index in between
     * @throws IOException if Solr fails to unload or create the core, or does not have it loaded; the message is meant
     *            for administrators
     */
    public static void run(SolrClient client, String core, boolean empty) throws IOException
    {
        try {
            NamedList<Object> status = CoreAdminRequest.getStatus(core, client).getCoreStatus(core);
            Object folder = status == null ? null : status.get("instanceDir");
            Object data = status == null ? null : status.get("dataDir");
            if (folder == null || data == null) {
                throw new IOException("The core is not loaded.");
            }
            CoreAdminRequest.unloadCore(core, empty, false, client);
            CoreAdminRequest.Create create = new CoreAdminRequest.Create();
            create.setCoreName(core);
            create.setInstanceDir(folder.toString());
            create.setDataDir(data.toString());
            create.process(client);
        } catch (SolrServerException | IOException | RuntimeException e) {
            throw new IOException("Failed to reopen the Solr core [" + core + "]: [" + e.getClass().getSimpleName()
                + "].", e);
        }
    }
}
