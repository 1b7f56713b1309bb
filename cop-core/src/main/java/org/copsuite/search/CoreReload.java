/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.io.IOException;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.CoreAdminRequest;
import org.apache.solr.common.util.NamedList;

/**
 * Has Solr close a core and open it again, for a binding that does not run Solr itself. Solr's own reload keeps a writer
 * that closed itself; so the core is unloaded, and made again in its folder with the configuration that is there.
 */
public final class CoreReload
{
    private CoreReload()
    {
    }

    /**
     * Closes the core and opens it again.
     *
     * @param client a client of the core; one of a Solr elsewhere reaches no administration of cores
     * @param core the core's name in Solr
     * @param empty whether its index is deleted in between
     * @throws IOException if Solr does not; the message is one for administrators
     */
    public static void run(SolrClient client, String core, boolean empty) throws IOException
    {
        try {
            NamedList<Object> status = CoreAdminRequest.getStatus(core, client).getCoreStatus(core);
            Object folder = status == null ? null : status.get("instanceDir");
            Object data = status == null ? null : status.get("dataDir");
            if (folder == null || data == null) {
                throw new IOException("it does not run");
            }
            CoreAdminRequest.unloadCore(core, empty, false, client);
            CoreAdminRequest.Create create = new CoreAdminRequest.Create();
            create.setCoreName(core);
            create.setInstanceDir(folder.toString());
            create.setDataDir(data.toString());
            create.process(client);
        } catch (SolrServerException | IOException | RuntimeException e) {
            throw new IOException("Solr does not open the core " + core + " again (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
