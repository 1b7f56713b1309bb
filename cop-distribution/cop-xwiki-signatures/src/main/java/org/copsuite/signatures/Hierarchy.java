/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Member;

/** Types and their inheritance, across the platform (by its facts), the binding, and the class path. */
final class Hierarchy
{
    private final Facts facts;

    private final Binding binding;

    private final ClassPath others = new ClassPath();

    Hierarchy(Facts facts, Binding binding)
    {
        this.facts = facts;
        this.binding = binding;
    }

    /**
     * A member that a type declares.
     *
     * @param owner the internal name of the type
     * @param access the {@code ACC_} flags
     * @param name the name
     * @param descriptor the erased descriptor
     * @param fact the facts about the member, {@code null} if the platform does not declare it
     */
    record Declared(String owner, int access, String name, String descriptor, MemberFacts fact)
    {
        boolean is(int flag)
        {
            return (this.access & flag) != 0;
        }

        String key()
        {
            return this.name + this.descriptor;
        }
    }

    /** @return whether the type is in the facts, in the binding or on the class path */
    boolean exists(String name)
    {
        return this.facts.has(name) || this.binding.find(name) != null || this.others.find(name).isPresent();
    }

    /** @return the type and all its supertypes, the nearest first, classes before interfaces */
    List<String> lineage(String name)
    {
        List<String> classes = new ArrayList<>();
        for (String each = name; each != null; each = superclass(each)) {
            classes.add(each);
        }
        Set<String> lineage = new LinkedHashSet<>(classes);
        classes.forEach(each -> interfaces(each, lineage));
        return List.copyOf(lineage);
    }

    private void interfaces(String name, Set<String> lineage)
    {
        for (String each : implemented(name)) {
            if (lineage.add(each)) {
                interfaces(each, lineage);
            }
        }
    }

    private String superclass(String name)
    {
        if (this.facts.has(name)) {
            return this.facts.type(name).map(TypeFacts::superclass).orElse(null);
        }
        return compiled(name).map(CompiledClass::superclass).orElse(null);
    }

    private List<String> implemented(String name)
    {
        if (this.facts.has(name)) {
            return this.facts.type(name).map(TypeFacts::interfaces).orElse(List.of());
        }
        return compiled(name).map(CompiledClass::interfaces).orElse(List.of());
    }

    private Optional<CompiledClass> compiled(String name)
    {
        CompiledClass own = this.binding.find(name);
        return own == null ? this.others.find(name) : Optional.of(own);
    }

    /** @return the members that the type itself declares */
    List<Declared> declared(String name)
    {
        Optional<TypeFacts> type = this.facts.type(name);
        if (type.isPresent()) {
            return type.get().members().stream().map(member -> new Declared(name, member.access(), member.name(),
                member.descriptor(), member)).toList();
        }
        List<Declared> declared = new ArrayList<>();
        compiled(name).ifPresent(compiled -> {
            for (Member member : compiled.methods()) {
                declared.add(new Declared(name, member.access(), member.name(), member.descriptor(), null));
            }
            for (Member member : compiled.fields()) {
                declared.add(new Declared(name, member.access(), member.name(), member.descriptor(), null));
            }
        });
        return declared;
    }

    /** @return the member to which a reference resolves, empty if there is none */
    Optional<Declared> resolve(String owner, String key)
    {
        List<String> lineage = key.startsWith("<init>") ? List.of(owner) : lineage(owner);
        return lineage.stream().flatMap(type -> declared(type).stream()).filter(member -> member.key().equals(key))
            .findFirst();
    }
}
