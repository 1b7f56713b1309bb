/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.io.IOException;

import org.apache.solr.client.solrj.SolrClient;
import org.xwiki.component.annotation.Role;

/**
 * The Solr core named {@code cop}, with the fields of {@code org.copsuite.search.IndexFields}. Its contents are derived
 * data, so a binding may delete its files when the suite requests it.
 */
@Role
public interface Index
{
    /**
     * @return a client of the core (requests name no collection), the same at each call, closed by the binding. Its
     *         requests fail while the core is closed or cannot be opened
     */
    SolrClient client();

    /**
     * Closes the core and opens it again from its files, for example after its writer closed itself because the disk
     * was full. Returns once it is open; requests fail meanwhile.
     *
     * @return whether this wiki's Solr supports it; if not, nothing was done
     * @throws IOException if the core cannot be opened now; the message explains the reason to an administrator
     */
    default boolean reopen() throws IOException
    {
        return false;
    }

    /**
     * Deletes the files of the core and opens it empty. Returns once it is open; requests fail meanwhile.
     *
     * @return whether this wiki's Solr supports it; if not, nothing was done
     * @throws IOException if the core cannot be created now; the message explains the reason to an administrator
     */
    default boolean renew() throws IOException
    {
        return false;
    }

    /**
     * Verifies the checksums of all files of the core, which takes as long as reading them.
     *
     * @return false if a file is damaged or missing; true otherwise, and also if this wiki's Solr does not support it
     * @throws IOException if the files cannot be read now, for another reason
     */
    default boolean isWhole() throws IOException
    {
        return true;
    }
}
