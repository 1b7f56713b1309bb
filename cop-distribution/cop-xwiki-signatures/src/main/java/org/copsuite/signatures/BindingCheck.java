/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Member;
import org.copsuite.signatures.Binding.Use;
import org.copsuite.signatures.Hierarchy.Declared;
import org.objectweb.asm.Opcodes;

/** Checks the bytecode of the binding against the facts, as the virtual machine will link it in a running XWiki. */
public final class BindingCheck
{
    private final Facts facts;

    private final Binding binding;

    private final Hierarchy hierarchy;

    private final List<String> mismatches = new ArrayList<>();

    private BindingCheck(Facts facts, Binding binding)
    {
        this.facts = facts;
        this.binding = binding;
        this.hierarchy = new Hierarchy(facts, binding);
    }

    /**
     * Finds references that the facts do not confirm.
     *
     * @param facts the facts about the platform
     * @param folders the folders with the classes of the binding
     * @return a sentence for each mismatch, with the class, the member and the line of the facts; empty if there is
     *         none
     * @throws IOException if the classes cannot be read
     */
    public static List<String> mismatches(Facts facts, List<Path> folders) throws IOException
    {
        return mismatches(facts, Binding.read(folders));
    }

    static List<String> mismatches(Facts facts, Binding binding)
    {
        BindingCheck check = new BindingCheck(facts, binding);
        binding.classes().forEach(check::check);
        return check.mismatches;
    }

    private void check(CompiledClass compiled)
    {
        if (this.facts.has(compiled.name())) {
            say(compiled, "is a class of the platform, which must not be shipped", "");
            return;
        }
        compiled.uses().forEach(use -> check(compiled, use));
        checkSupertypes(compiled);
        compiled.fields().stream().filter(Member::injected)
            .forEach(field -> new InjectionCheck(this.facts, this.hierarchy).check(field)
                .ifPresent(what -> say(compiled, "injects " + field.name(), what)));
    }

    private void say(CompiledClass compiled, String what, String facts)
    {
        this.mismatches.add(compiled.name().replace('/', '.') + ' ' + what + (facts.isEmpty() ? "." : ": " + facts));
    }

    private void check(CompiledClass compiled, Use use)
    {
        if (!this.hierarchy.exists(use.owner())) {
            if (use.name() == null) {
                say(compiled, "names " + use.owner().replace('/', '.'), "the facts say nothing of it");
            }
        } else if (use.name() != null && isOfPlatform(use)) {
            String what = "uses " + use.owner().replace('/', '.') + '#' + use.name() + use.descriptor();
            Optional<Declared> declared = this.hierarchy.resolve(use.owner(), use.name() + use.descriptor());
            if (declared.isEmpty()) {
                say(compiled, what, "the facts know " + named(use));
            } else {
                check(compiled, use, declared.get(), what);
            }
        }
    }

    /** @return whether the type, or a type from which it inherits, is one of the platform */
    private boolean isOfPlatform(Use use)
    {
        return this.hierarchy.lineage(use.owner()).stream().anyMatch(this.facts::has);
    }

    private String named(Use use)
    {
        List<String> lines = this.hierarchy.lineage(use.owner()).stream()
            .flatMap(type -> this.hierarchy.declared(type).stream()).filter(member -> member.name().equals(use.name()))
            .map(BindingCheck::line).toList();
        return lines.isEmpty() ? "no member of that name" : String.join(" ", lines);
    }

    private static String line(Declared member)
    {
        return member.fact() == null ? member.owner() + '#' + member.key() : member.fact().line().strip();
    }

    private void check(CompiledClass compiled, Use use, Declared member, String what)
    {
        String line = line(member);
        if (member.is(Opcodes.ACC_STATIC) != use.isStatic()) {
            say(compiled, what + (use.isStatic() ? " as static" : " as not static"), line);
        }
        boolean isInterface = this.facts.type(use.owner()).map(TypeFacts::isInterface).orElse(use.isInterface());
        if (use.isMethod() && isInterface != use.isInterface()) {
            say(compiled, what + (use.isInterface() ? " of an interface" : " of a class"),
                this.facts.type(use.owner()).map(TypeFacts::head).orElse(""));
        }
        boolean descends = this.hierarchy.lineage(compiled.name()).contains(member.owner());
        if (member.fact() != null && !member.is(Opcodes.ACC_PUBLIC) && !(member.is(Opcodes.ACC_PROTECTED) && descends)) {
            say(compiled, what + ", which it may not", line);
        }
        this.facts.type(use.owner()).filter(type -> !type.is(Opcodes.ACC_PUBLIC))
            .ifPresent(type -> say(compiled, what + ", which it may not", type.head()));
    }

    private void checkSupertypes(CompiledClass compiled)
    {
        List<String> lineage = this.hierarchy.lineage(compiled.name());
        for (String supertype : compiled.supertypes()) {
            this.facts.type(supertype).ifPresent(type -> checkSupertype(compiled, type));
        }
        if (lineage.stream().noneMatch(this.facts::has)) {
            return;
        }
        Set<String> done = new HashSet<>();
        List<Declared> implemented = new ArrayList<>();
        for (String each : lineage) {
            for (Declared member : this.hierarchy.declared(each)) {
                if (member.is(Opcodes.ACC_ABSTRACT)) {
                    checkImplemented(compiled, member, done, implemented);
                } else if (!member.is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) {
                    checkOverridden(compiled, member);
                    done.add(member.key());
                    implemented.add(member);
                }
            }
        }
    }

    private void checkSupertype(CompiledClass compiled, TypeFacts type)
    {
        if (type.is(Opcodes.ACC_FINAL)) {
            say(compiled, "extends a final class", type.head());
        }
        if (!type.is(Opcodes.ACC_PUBLIC)) {
            say(compiled, "extends what it may not", type.head());
        }
        boolean isInterface = compiled.interfaces().contains(type.name());
        if (type.isInterface() != isInterface) {
            say(compiled, isInterface ? "implements a class" : "extends an interface", type.head());
        }
        if (!type.annotations().contains(TypeFacts.WHOLE)) {
            say(compiled, "extends or implements " + type.name().replace('/', '.'),
                "the facts do not tell of all of its members (they would be marked @Whole)");
        }
    }

    private void checkImplemented(CompiledClass compiled, Declared member, Set<String> done, List<Declared> implemented)
    {
        boolean concrete = (compiled.access() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
        if (concrete && member.fact() != null && done.add(member.key())
            && this.hierarchy.resolve("java/lang/Object", member.key()).isEmpty()
            && implemented.stream().noneMatch(other -> other.key().equals(member.key()))
            && isLeftOpen(compiled, member)) {
            say(compiled, "does not implement " + member.owner().replace('/', '.') + '#' + member.key(), line(member));
        }
    }

    /**
     * @return whether no type in the lineage implements the member. The lineage has default methods of interfaces after
     *         the abstract methods that they implement, so the whole lineage counts.
     */
    private boolean isLeftOpen(CompiledClass compiled, Declared member)
    {
        return this.hierarchy.lineage(compiled.name()).stream().flatMap(type -> this.hierarchy.declared(type).stream())
            .noneMatch(other -> other.key().equals(member.key()) && !other.is(Opcodes.ACC_ABSTRACT));
    }

    private void checkOverridden(CompiledClass compiled, Declared member)
    {
        if (member.fact() != null && member.is(Opcodes.ACC_FINAL) && member.fact().isMethod()
            && this.binding.find(compiled.name()).methods().stream().anyMatch(own -> own.key().equals(member.key()))) {
            say(compiled, "overrides the final " + member.owner().replace('/', '.') + '#' + member.key(), line(member));
        }
    }
}
