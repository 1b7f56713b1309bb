/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.copsuite.ledger.ActType;
import org.xwiki.component.annotation.Role;

/**
 * The types of acts that a capability records, as public constants of the implementing class. The component's hint is
 * the name of the capability. Through {@link org.copsuite.ledger.ActTypes} the ledger, points and counters of activity
 * learn what an act does without knowing its capability.
 */
@Role
public interface Acts
{
    /** @return the types of acts: the public static constants of this class */
    default List<ActType<?>> types()
    {
        List<ActType<?>> types = new ArrayList<>();
        for (Field field : getClass().getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ActType.class) {
                try {
                    types.add((ActType<?>) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(getClass() + " and its constants must be public.", e);
                }
            }
        }
        return List.copyOf(types);
    }
}
