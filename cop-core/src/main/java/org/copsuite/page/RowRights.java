/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.db.Like;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Updates the deciding space and the own rights in the rows of a projection after rights have changed. */
@Component(roles = RowRights.class)
@Singleton
public class RowRights
{
    private static final int STEP = 500;

    @Inject
    private Provider<Ledger> ledger;

    @Inject
    private Provider<Access> access;

    /**
     * @param space the space whose rights changed
     * @param entity the projection's entity, with the properties {@code wiki}, {@code id}, {@code page}, {@code space}
     *            and {@code ownRights}
     * @param change called for each outdated row, while the head of the ledger is locked
     */
    public void update(SpaceId space, String entity, RowUpdate change)
    {
        UUID after = null;
        List<Object[]> rows;
        do {
            rows = rows(space, entity, after);
            List<RightsChange> learned = new ArrayList<>();
            for (Object[] row : rows) {
                after = (UUID) row[0];
                PageId page = PageId.parse((String) row[1]);
                SpaceId deciding = this.access.get().decidingSpace(page);
                boolean own = this.access.get().hasOwnRights(page);
                if (!deciding.toString().equals(row[2]) || own != (Boolean) row[3]) {
                    learned.add(new RightsChange(space.wiki(), after, deciding, own));
                }
            }
            if (!learned.isEmpty()) {
                this.ledger.get().update(tx -> {
                    learned.forEach(l -> change.apply(tx.session(), l));
                });
            }
        } while (rows.size() == STEP);
    }

    private List<Object[]> rows(SpaceId space, String entity, UUID after)
    {
        return this.ledger.get().read(session -> {
            Query<Object[]> query = session.createQuery("select id, page, space, ownRights from " + entity
                + " where wiki = :wiki and page like :inside escape '!'" + (after == null ? "" : " and id > :after")
                + " order by id", Object[].class).setParameter("wiki", space.wiki().value())
                .setParameter("inside", Like.inside(space)).setMaxResults(STEP);
            if (after != null) {
                query.setParameter("after", after);
            }
            return query.getResultList();
        });
    }

    /** Updates one row. */
    @FunctionalInterface
    public interface RowUpdate
    {
        /**
         * @param session the transaction
         * @param learned the new values
         */
        void apply(Session session, RightsChange learned);
    }

    /**
     * New rights of a row.
     *
     * @param wiki the wiki
     * @param id the row's id
     * @param space the deciding space of its page
     * @param ownRights whether the page has rights of its own
     */
    public record RightsChange(WikiId wiki, UUID id, SpaceId space, boolean ownRights)
    {
    }
}
