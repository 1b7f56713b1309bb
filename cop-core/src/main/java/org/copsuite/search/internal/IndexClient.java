/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.CopException;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Asks the index, always for what a reader may view. */
@Component(roles = IndexClient.class)
@Singleton
public class IndexClient
{
    /** Of an index document: a question. */
    static final String QUESTION = "question";

    /** Of an index document: an answer. */
    static final String ANSWER = "answer";

    /** Between the spaces of a filter: no name of a space holds it. */
    private static final String SEPARATOR = "\u001F";

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
     * Starts the parameters of a query for documents in the spaces that somebody may view, as {@code Access} knows them
     * in one set.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param kind which documents
     * @param community only there, {@code null} for all
     * @param ownRights whether documents with rights of their own come too: then the caller asks for each of them
     * @return parameters without a query
     */
    ModifiableSolrParams visible(UserId reader, String wiki, String kind, UUID community, boolean ownRights)
    {
        ModifiableSolrParams params = new ModifiableSolrParams();
        params.set("kind", kind);
        params.set("wiki", wiki);
        params.set("spaces", this.access.visibleSpaces(wiki, reader).stream().map(SpaceId::toString).sorted()
            .collect(Collectors.joining(SEPARATOR)));
        params.add(FILTER, "{!term f=kind v=$kind}", "{!term f=wiki v=$wiki}");
        String spaces = "{!terms f=space separator=\"" + SEPARATOR + "\" v=$spaces}";
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

    /**
     * Asks.
     *
     * @param params the query
     * @return what Solr answered
     * @throws CopException UNAVAILABLE where it did not
     */
    QueryResponse query(ModifiableSolrParams params) throws CopException
    {
        if (this.state.isPartial()) {
            // What it finds now would be taken for all there is.
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.repaired");
        }
        try {
            return this.index.client().query(params, SolrRequest.METHOD.POST);
        } catch (SolrServerException | IOException | SolrException | IllegalStateException e) {
            if (e instanceof SolrException refused && refused.code() == BAD_REQUEST && params.get(MARK) != null) {
                // Our queries are well-formed: it is the cursor that somebody made up.
                throw CopException.invalid("after", "cop.error.cursor");
            }
            // The message may hold what somebody typed, so only the kind of failure is logged.
            this.logger.warn("The index did not answer: {}", e.getClass().getName());
            this.logger.debug("The index did not answer.", e);
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
        }
    }
}
