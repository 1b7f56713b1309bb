/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Tells the expert finder which of the people found it should rank lower for some topics. It is the counterpart of
 * {@link ExpertiseEvidence}: it finds nobody, and gives no reason.
 */
@Role
public interface ExpertiseReserve
{
    /**
     * Answers in one statement for each 128 people.
     *
     * @param wiki the wiki
     * @param topics normalised topics that are sought, up to about 130
     * @param people the people found, a few hundred at most
     * @return by what the score of a person is multiplied, more than 0 and less than 1; nobody else is ranked lower
     */
    Map<UserId, Double> factors(WikiId wiki, Set<String> topics, Collection<UserId> people);
}
