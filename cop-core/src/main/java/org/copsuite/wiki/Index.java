/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.io.IOException;

import org.apache.solr.client.solrj.SolrClient;
import org.xwiki.component.annotation.Role;

/**
 * The Solr core named {@code cop}, with the fields of {@code org.copsuite.search.IndexFields}. All that is in it can be
 * made again, so a binding may throw its files away when the suite asks for it.
 */
@Role
public interface Index
{
    /**
     * @return a client of the core (requests name no collection); the same at each call, closed by the binding. Where the
     *         core is closed or cannot be opened, its requests fail
     */
    SolrClient client();

    /**
     * Closes the core and opens it again from its files, as after its writer closed itself because the disk was full.
     * Returns once it is open; requests fail meanwhile.
     *
     * @return whether this wiki's Solr lets the suite do so; where not, nothing was done
     * @throws IOException if the core cannot be opened now; the message says why, in words for an administrator
     */
    default boolean reopen() throws IOException
    {
        return false;
    }

    /**
     * Throws the files of the core away and opens it empty. Returns once it is open; requests fail meanwhile.
     *
     * @return whether this wiki's Solr lets the suite do so; where not, nothing was done
     * @throws IOException if the core cannot be made now; the message says why, in words for an administrator
     */
    default boolean renew() throws IOException
    {
        return false;
    }

    /**
     * Reads all files of the core and compares their checksums; takes as long as reading them does.
     *
     * @return false if a file is damaged or missing; true if none is, and where this wiki's Solr cannot be asked
     * @throws IOException if the files cannot be read now, for another reason
     */
    default boolean isWhole() throws IOException
    {
        return true;
    }
}
