/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.List;
import java.util.Map;

/**
 * A type in a declaration.
 *
 * @param name the name of a primitive, of a type variable, or the binary name of a class ({@code java.util.Map$Entry});
 *            {@code ?} for a wildcard without bounds
 * @param arguments the type arguments
 * @param bound for a wildcard {@code +} (extends), {@code -} (super) or {@code *} (any), otherwise empty
 * @param dimensions the number of array dimensions, 0 if the type is not an array
 */
record TypeName(String name, List<TypeName> arguments, String bound, int dimensions)
{
    static final TypeName OBJECT = new TypeName("java.lang.Object", List.of(), "", 0);

    private static final Map<String, String> PRIMITIVES = Map.of("void", "V", "boolean", "Z", "byte", "B", "char", "C",
        "short", "S", "int", "I", "long", "J", "float", "F", "double", "D");

    /** @return an array type of this type */
    TypeName array()
    {
        return new TypeName(this.name, this.arguments, this.bound, this.dimensions + 1);
    }

    /** @return the internal name of the class, without type arguments */
    String internalName()
    {
        return this.name.replace('.', '/');
    }

    /**
     * @param variables the erasure of each type variable in scope
     * @return the erased descriptor
     */
    String descriptor(Map<String, TypeName> variables)
    {
        TypeName bound = variables.get(this.name);
        if (bound != null) {
            return "[".repeat(this.dimensions) + bound.descriptor(variables);
        }
        String primitive = PRIMITIVES.get(this.name);
        return "[".repeat(this.dimensions) + (primitive == null ? 'L' + internalName() + ';' : primitive);
    }

    /**
     * @param variables the type variables in scope
     * @return the generic signature
     */
    String signature(Map<String, TypeName> variables)
    {
        if ("*".equals(this.bound)) {
            return this.bound;
        }
        StringBuilder signature = new StringBuilder(this.bound).append("[".repeat(this.dimensions));
        if (variables.containsKey(this.name)) {
            return signature.append('T').append(this.name).append(';').toString();
        }
        String primitive = PRIMITIVES.get(this.name);
        if (primitive != null) {
            return signature.append(primitive).toString();
        }
        signature.append('L').append(internalName());
        if (!this.arguments.isEmpty()) {
            signature.append('<');
            this.arguments.forEach(argument -> signature.append(argument.signature(variables)));
            signature.append('>');
        }
        return signature.append(';').toString();
    }

    /**
     * @param variables the type variables in scope
     * @return whether the descriptor loses a part of the type
     */
    boolean isGeneric(Map<String, TypeName> variables)
    {
        return variables.containsKey(this.name) || !this.arguments.isEmpty();
    }
}
