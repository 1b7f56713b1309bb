/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.objectweb.asm.Opcodes;

/**
 * The facts about a type.
 *
 * @param head the line of the file that declares the type
 * @param annotations the marks above the line: {@code Role}, {@code Component}, {@code Whole}
 * @param access the {@code ACC_} flags of the class file format
 * @param name the internal name
 * @param signature the generic signature, {@code null} if there is none
 * @param superclass the internal name of the superclass
 * @param interfaces the internal names of the implemented interfaces
 * @param types the internal names of the classes that the declaration names, including type arguments
 * @param members the members
 */
record TypeFacts(String head, List<String> annotations, int access, String name, String signature, String superclass,
    List<String> interfaces, List<String> types, List<MemberFacts> members)
{
    /** The mark of an interface that is a component role. */
    static final String ROLE = "Role";

    /** The mark of a class that is a component under its own name. */
    static final String COMPONENT = "Component";

    /** The mark of a type whose public and protected members are all present, as for types that the binding extends. */
    static final String WHOLE = "Whole";

    /**
     * @param flag an {@code ACC_} flag
     * @return whether the flag is set
     */
    boolean is(int flag)
    {
        return (this.access & flag) != 0;
    }

    boolean isInterface()
    {
        return is(Opcodes.ACC_INTERFACE);
    }

    /** @return the superclass, followed by the interfaces */
    List<String> supertypes()
    {
        List<String> supertypes = new ArrayList<>();
        supertypes.add(this.superclass);
        supertypes.addAll(this.interfaces);
        return supertypes;
    }

    /**
     * @param key a name followed by a descriptor
     * @return the member that the type itself declares, empty if there is none
     */
    Optional<MemberFacts> member(String key)
    {
        return this.members.stream().filter(member -> member.key().equals(key)).findFirst();
    }
}
