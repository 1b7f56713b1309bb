/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.List;
import java.util.Map;

/**
 * A type variable that a class or a method declares.
 *
 * @param name the name
 * @param bounds the bounds; empty for {@code Object}
 */
record TypeVariable(String name, List<TypeName> bounds)
{
    /** @return the erasure of the variable */
    TypeName erasure()
    {
        return this.bounds.isEmpty() ? TypeName.OBJECT : this.bounds.get(0);
    }

    /**
     * @param declared the variables of a class or a method
     * @param variables all variables in scope
     * @param interfaces returns whether a class is an interface
     * @return the part of a signature that declares the variables, empty if there are none
     */
    static String signature(List<TypeVariable> declared, Map<String, TypeName> variables,
        java.util.function.Predicate<TypeName> interfaces)
    {
        if (declared.isEmpty()) {
            return "";
        }
        StringBuilder signature = new StringBuilder("<");
        for (TypeVariable variable : declared) {
            signature.append(variable.name);
            List<TypeName> bounds = variable.bounds.isEmpty() ? List.of(TypeName.OBJECT) : variable.bounds;
            for (int i = 0; i < bounds.size(); i++) {
                signature.append(i == 0 && interfaces.test(bounds.get(i)) ? "::" : ":")
                    .append(bounds.get(i).signature(variables));
            }
        }
        return signature.append('>').toString();
    }
}
