/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.routing.RoutingActs;
import org.copsuite.routing.internal.RoutingChoice.Chosen;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Records to whom a question is brought. */
@Component(roles = RoutingWriter.class)
@Singleton
public class RoutingWriter
{
    @Inject
    private RoutedPeople routed;

    /**
     * Brings a question to people, as many as may be told now. Reads again who was asked meanwhile.
     *
     * @param tx a transaction that has locked the head of the ledger
     * @param wiki the wiki
     * @param question the question
     * @param chosen the people, the most likely to answer first
     * @return whether somebody is told
     */
    boolean route(Ledger.Transaction tx, WikiId wiki, QuestionFacts question, List<Chosen> chosen)
    {
        List<RoutedRow> rows = RoutedPeople.of(tx.session(), wiki, question.id().value());
        Set<UserId> out = new HashSet<>(this.routed.busy(wiki, chosen.stream().map(Chosen::person).toList()));
        rows.forEach(row -> out.add(new UserId(row.person)));
        List<Chosen> told = chosen.stream().filter(one -> !out.contains(one.person()))
            .limit(RoutingChoice.left(rows)).toList();
        told.forEach(one -> tx.append(
            RoutingActs.routed(wiki, question.author(), one.person(), question.community(), one.detail())));
        return !told.isEmpty();
    }
}
