/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Tells the expert finder which people have evidence of expertise in some topics. The component's hint, lower-case
 * letters and dashes, names the kind of the evidence: reasons carry it, in the REST API too.
 */
@Role
public interface ExpertiseEvidence
{
    /**
     * @return how much this kind of evidence counts, more than 0. The weights of the finder's own evidence are 0.5 for
     *         similar answers, 0.5 for answers on a tag, and 1 for recent answers. The strongest candidate gets the
     *         whole weight, others their share of that strength.
     */
    double weight();

    /**
     * Finds evidence, in at most three statements.
     *
     * @param query what is sought
     * @return the evidence that the reader may view, at most as much as the query's limit
     */
    List<Evidence> find(Query query);

    /**
     * Finds who counts as an expert of a topic by this evidence alone, such as somebody whom a community designated. Costs at
     * most one statement for each 128 topics.
     *
     * @param query what is sought, in a community; the limit is that of the people found for 128 topics
     * @return the experts by topic, as far as the reader may view the evidence; members of the community, also those who are
     *         away, blocked, or have hidden the topic
     */
    default Map<String, Set<UserId>> experts(Query query)
    {
        return Map.of();
    }

    /**
     * What the finder seeks.
     *
     * @param reader who seeks; may be a guest
     * @param wiki the wiki
     * @param topics normalised topics; those that a text may name, up to about 130, or those of a community, up to 300
     * @param community restricts to its members and to what happened there, {@code null} for all. The reader may view it
     * @param limit the maximum number of pieces of evidence
     */
    record Query(UserId reader, WikiId wiki, Set<String> topics, CommunityId community, int limit)
    {
    }

    /**
     * A piece of evidence about one person. Several about the same person add up.
     *
     * @param person the person; an imported person counts as the account that they are linked to
     * @param topic the topic
     * @param strength more than 0; compared with other evidence of the same kind only
     * @param level the level of knowledge that it states, {@code null} for none
     * @param reason tells the reader why the person was found
     */
    record Evidence(UserId person, String topic, double strength, Level level, Message reason)
    {
    }
}
