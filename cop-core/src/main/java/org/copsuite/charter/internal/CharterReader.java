/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.charter.CharterService.Charter;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.IdCondition;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads charters. */
@Component(roles = CharterReader.class)
@Singleton
public class CharterReader
{
    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    Charter get(UserId reader, CommunityView community)
    {
        return row(community.page().wiki(), community.id()).filter(row -> mayView(reader, row))
            .map(row -> new Charter(community, PageId.parse(row.page), row.version, row.guidelines,
                ObjectiveLines.read(row.objectives), community.mayRun()))
            .orElseGet(() -> new Charter(community, null, "", "", List.of(), community.mayRun()));
    }

    /** @return the charter of a community that was written first and not deleted. NOT permission-filtered. */
    Optional<CharterRow> row(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> session
            .createQuery("from CharterRow where wiki = :wiki and community = :community and deleted = false "
                + "order by sequence", CharterRow.class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value()).setMaxResults(1)
            .uniqueResultOptional());
    }

    /** @return those of the charters that are not deleted and whose pages the reader may view */
    List<CharterRow> rows(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from CharterRow r where " + IdCondition.condition(session, "r", some) + " and r.deleted = false",
                CharterRow.class)
            .setParameter("wiki", wiki.value()))).stream().filter(row -> mayView(reader, row)).toList();
    }

    private boolean mayView(UserId reader, CharterRow row)
    {
        PageId page = PageId.parse(row.page);
        return row.ownRights ? this.access.has(reader, Right.VIEW, page)
            : VisibleSpaces.of(this.access, page.wiki(), reader).contains(row.space);
    }
}
