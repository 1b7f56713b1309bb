/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.objectweb.asm.Opcodes;

/**
 * What the facts say of a type.
 *
 * @param head the line of the file that declares it
 * @param annotations the marks above it: {@code Role}, {@code Component}, {@code Whole}
 * @param access {@code ACC_} flags of the class file format
 * @param name its internal name
 * @param signature its generic signature, {@code null} where it has none
 * @param superclass the internal name of what it extends
 * @param interfaces the internal names of what it implements
 * @param types the classes that its declaration names, also as type arguments, by internal name
 * @param members its members
 */
record TypeFacts(String head, List<String> annotations, int access, String name, String signature, String superclass,
    List<String> interfaces, List<String> types, List<MemberFacts> members)
{
    /** Says that an interface is a component role. */
    static final String ROLE = "Role";

    /** Says that a class is a component under its own name. */
    static final String COMPONENT = "Component";

    /** Says that all public and protected members of a type are there, as for what the binding extends. */
    static final String WHOLE = "Whole";

    /**
     * @param flag an {@code ACC_} flag
     * @return whether it is set
     */
    boolean is(int flag)
    {
        return (this.access & flag) != 0;
    }

    boolean isInterface()
    {
        return is(Opcodes.ACC_INTERFACE);
    }

    /** @return what it extends and implements, the class first */
    List<String> supertypes()
    {
        List<String> supertypes = new ArrayList<>();
        supertypes.add(this.superclass);
        supertypes.addAll(this.interfaces);
        return supertypes;
    }

    /**
     * @param key a name and a descriptor
     * @return the member that it declares itself
     */
    Optional<MemberFacts> member(String key)
    {
        return this.members.stream().filter(member -> member.key().equals(key)).findFirst();
    }
}
