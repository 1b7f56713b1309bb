/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.List;

import org.objectweb.asm.Opcodes;

/**
 * What the facts say of a field, a constructor or a method.
 *
 * @param line the line of the file that says it
 * @param access {@code ACC_} flags of the class file format
 * @param name its name; {@code <init>} for a constructor
 * @param descriptor its erased descriptor
 * @param signature its generic signature, {@code null} where the descriptor says all
 * @param exceptions internal names of the exceptions that it declares
 * @param value a constant's value, {@code null} where it has none that is a fact
 * @param types the classes that it names, also as type arguments, by internal name
 */
record MemberFacts(String line, int access, String name, String descriptor, String signature, List<String> exceptions,
    Object value, List<String> types)
{
    /** @return whether it is a constructor or a method */
    boolean isMethod()
    {
        return this.descriptor.startsWith("(");
    }

    /**
     * @param flag an {@code ACC_} flag
     * @return whether it is set
     */
    boolean is(int flag)
    {
        return (this.access & flag) != 0;
    }

    /** @return the same, made by the compiler: source code does not see it */
    MemberFacts asBridge()
    {
        return new MemberFacts(this.line, this.access | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC, this.name,
            this.descriptor, this.signature, this.exceptions, this.value, this.types);
    }

    /** @return name and descriptor, as what a reference names */
    String key()
    {
        return this.name + this.descriptor;
    }
}
