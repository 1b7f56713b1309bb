/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.persistence.Table;

import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageType;
import org.copsuite.wiki.PageId;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.xwiki.component.annotation.Component;

/** Finds what the projections know at a page, in one statement however many page types there are. */
@Component(roles = KnownPages.class)
@Singleton
public class KnownPages
{
    private static final String PART = "select '%s' as kind, id from %s where page = :page and wiki = :wiki "
        + "and deleted = false";

    @Inject
    private Provider<Ledger> ledger;

    @Inject
    private Provider<Map<String, PageType>> types;

    /**
     * @param page any page
     * @return the subjects that the projections know at the page and that are not deleted, with their types; at most
     *         one, except while the page changes
     */
    Map<UUID, PageType> at(PageId page)
    {
        Map<String, PageType> all = this.types.get();
        String sql = all.entrySet().stream()
            .map(type -> String.format(PART, type.getKey(), type.getValue().row().getAnnotation(Table.class).name()))
            .collect(Collectors.joining(" union all "));
        return this.ledger.get().read(session -> {
            NativeQuery<?> query = session.createNativeQuery(sql).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("id", StandardBasicTypes.STRING);
            query.setParameter("page", page.toString()).setParameter("wiki", page.wiki().value());
            Map<UUID, PageType> known = new LinkedHashMap<>();
            for (Object row : query.getResultList()) {
                Object[] columns = (Object[]) row;
                known.put(UUID.fromString((String) columns[1]), all.get(((String) columns[0]).strip()));
            }
            return known;
        });
    }
}
