/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.xwiki.component.annotation.Role;

/** The types of acts that all capabilities and extensions declare. */
@Role
public interface ActTypes
{
    /**
     * @param name the name of an act, as an entry stores it
     * @return its type; empty if nobody declares it, because the extension that recorded it was removed
     */
    Optional<ActType<?>> find(String name);

    /**
     * @param condition a condition
     * @return the names of the declared types that meet it, to query entries by
     */
    Set<String> names(Predicate<ActType<?>> condition);

    /**
     * @param entry an entry
     * @return what its act does to its subject; NONE if nobody declares the type
     */
    default ActType.Effect effect(LedgerEntry entry)
    {
        return find(entry.getActName()).map(ActType::effect).orElse(ActType.Effect.NONE);
    }
}
