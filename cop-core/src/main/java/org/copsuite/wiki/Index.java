/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import org.apache.solr.client.solrj.SolrClient;
import org.xwiki.component.annotation.Role;

/** The Solr core named {@code cop}, with the fields of {@code org.copsuite.knowledge.IndexFields}. */
@Role
public interface Index
{
    /** @return a client of the core (requests name no collection); the same at each call, closed by the binding */
    SolrClient client();
}
