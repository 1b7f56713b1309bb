/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;

/** The contributed notice types. Looks them up each time, since extensions come and go. */
@Component(roles = NoticeTypes.class)
@Singleton
public class NoticeTypes
{
    @Inject
    private Provider<Map<String, NoticeType>> types;

    /** Returns the types by name. */
    Map<String, NoticeType> all()
    {
        return this.types.get();
    }

    /** Returns the types that an entry may cause, ordered by name: a person gets only the first of them. */
    List<NoticeType> causedBy(LedgerEntry entry)
    {
        return with(entry, NoticeType::acts);
    }

    /** Returns the types whose notices about its subject an entry deletes. */
    List<NoticeType> endedBy(LedgerEntry entry)
    {
        return with(entry, NoticeType::endActs);
    }

    private List<NoticeType> with(LedgerEntry entry, Function<NoticeType, Set<ActType<?>>> acts)
    {
        return all().values().stream().filter(type -> acts.apply(type).stream().anyMatch(entry::is))
            .sorted(Comparator.comparing(NoticeType::name)).toList();
    }
}
