/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.routing.RoutingActs;
import org.copsuite.routing.RoutingActs.RoutedDetail;
import org.copsuite.routing.StoredMessage;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of the people who were asked, and of the tags of what they declined. A key is a person and a question. */
@Component
@Named("routed")
@Singleton
public class RoutedProjection extends AbstractProjection
{
    private static final int AFTER_ROTAS = 795;

    private static final String ENTITY = "RoutedRow";

    /** Declares the acts. */
    public RoutedProjection()
    {
        super(AFTER_ROTAS, RoutingActs.ROUTED, ENTITY);
        on(RoutingActs.ROUTED, RoutedProjection::route);
        on(RoutingActs.NAMED, RoutedProjection::name);
        on(RoutingActs.DECLINED, RoutedProjection::decline);
    }

    private static void route(Change change)
    {
        RoutedDetail detail = change.entry().detail(RoutingActs.ROUTED);
        RoutedRow row = row(change, detail.question());
        row.similar = detail.similar();
        row.reason = StoredMessage.write(detail.reason());
        write(change.session(), row);
    }

    private static void name(Change change)
    {
        RoutedRow row = row(change, change.entry().detail(RoutingActs.NAMED));
        row.namedBy = change.entry().getActor().value();
        write(change.session(), row);
    }

    private static RoutedRow row(Change change, UUID question)
    {
        RoutedRow row = new RoutedRow(change.wiki().value(), change.subject());
        row.question = question;
        row.person = change.entry().getBeneficiary().value();
        row.sequence = change.entry().getSequence();
        row.at = change.at();
        return row;
    }

    private static void decline(Change change)
    {
        change.session().createQuery("update RoutedRow set declined = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
        for (String tag : new LinkedHashSet<>(change.entry().detail(RoutingActs.DECLINED).tags())) {
            write(change.session(), new DeclinedTagRow(change.wiki().value(), tag, change.subject(),
                change.entry().getActor().value()));
        }
    }

    @Override
    public List<String> keys(Session session, WikiId wiki, String after, int limit)
    {
        TreeSet<String> keys = new TreeSet<>();
        for (ActType<?> act : List.of(RoutingActs.ROUTED, RoutingActs.NAMED)) {
            keys.addAll(ProjectionKeys.of(session, wiki, after, limit, act, ENTITY));
        }
        return new ArrayList<>(keys).subList(0, Math.min(limit, keys.size()));
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        super.prepare(session, wiki, id, entries);
        session.createQuery("delete from DeclinedTagRow where wiki = :wiki and routed = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
    }
}
