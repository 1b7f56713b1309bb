/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Member;

/** Types and what they inherit, whoever they are from: the platform (by its facts), the binding, or others. */
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
     * @param owner the type, by internal name
     * @param access its {@code ACC_} flags
     * @param name its name
     * @param descriptor its erased descriptor
     * @param fact what the facts say of it, {@code null} where it is none of the platform's
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

    /** @return whether anybody knows the type */
    boolean exists(String name)
    {
        return this.facts.has(name) || this.binding.find(name) != null || this.others.find(name).isPresent();
    }

    /** @return the type and all that it inherits from, the nearest first, classes before interfaces */
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

    /** @return what the type declares itself */
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

    /** @return the member that a reference to it comes to, if there is one */
    Optional<Declared> resolve(String owner, String key)
    {
        List<String> lineage = key.startsWith("<init>") ? List.of(owner) : lineage(owner);
        return lineage.stream().flatMap(type -> declared(type).stream()).filter(member -> member.key().equals(key))
            .findFirst();
    }
}
