/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Queries the index for documents that a reader may view. */
@Component(roles = IndexClient.class)
@Singleton
public class IndexClient
{
    /** Separates values in a filter; no name of a space contains it. */
    static final String SEPARATOR = "\u001F";

    private static final String FILTER = "fq";

    private static final String MARK = "cursorMark";

    private static final int BAD_REQUEST = 400;

    @Inject
    private IndexRepair index;

    @Inject
    private IndexState state;

    @Inject
    private Access access;

    @Inject
    private Logger logger;

    /**
     * Creates the parameters of a query for documents in the spaces that a person may view, as one set from
     * {@code Access}.
     *
     * @param reader the person who reads
     * @param wiki the wiki
     * @param types the types of things or parts to find, in a fixed order
     * @param community the community to search; {@code null} for all
     * @param ownRights whether to include documents with own rights; the caller must then check each of them
     * @return the parameters without a query
     */
    ModifiableSolrParams visible(UserId reader, WikiId wiki, Collection<String> types, CommunityId community,
        boolean ownRights)
    {
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("kind", String.join(SEPARATOR, types));
        params.set("wiki", wiki.value());
        params.set("spaces", this.access.visibleSpaces(wiki, reader).stream().map(SpaceId::toString).sorted()
            .collect(Collectors.joining(SEPARATOR)));
        params.add(FILTER, terms("kind", "kind"), "{!term f=wiki v=$wiki}");
        String spaces = terms("space", "spaces");
        if (ownRights) {
            params.set("own", "own_rights:true");
            params.set("inSpaces", spaces);
            params.add(FILTER, "{!bool should=$own should=$inSpaces}");
        } else {
            params.add(FILTER, spaces, "own_rights:false");
        }
        if (community != null) {
            params.set("community", community.toString());
            params.add(FILTER, "{!term f=community v=$community}");
        }
        return params;
    }

    /** @return a filter for the values of a field that a parameter names, separated by {@link #SEPARATOR} */
    static String terms(String field, String parameter)
    {
        return "{!terms f=" + field + " separator=\"" + SEPARATOR + "\" v=$" + parameter + '}';
    }

    /**
     * Runs a query.
     *
     * @param params the query
     * @return the response of Solr
     * @throws CopException UNAVAILABLE if Solr does not respond, or while the index is incomplete; INVALID for a forged
     *            cursor
     */
    QueryResponse query(ModifiableSolrParams params) throws CopException
    {
        if (this.state.isPartial()) {
            // Callers would mistake a part of the results for all results.
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.repaired");
        }
        try {
            return this.index.client().query(params, SolrRequest.METHOD.POST);
        } catch (SolrServerException | IOException | SolrException | IllegalStateException e) {
            if (e instanceof SolrException refused && refused.code() == BAD_REQUEST && params.get(MARK) != null) {
                // The suite's queries are well-formed, so the cursor must be forged.
                throw CopException.invalid("after", "cop.error.cursor");
            }
            // The message may contain text that a person typed, so the log contains only the class of the failure.
            this.logger.warn("Failed to query the index: [{}]; the search is unavailable.", e.getClass().getName());
            this.logger.debug("Failed to query the index.", e);
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
        }
    }
}
