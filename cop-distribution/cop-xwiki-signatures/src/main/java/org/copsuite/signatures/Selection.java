/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Use;
import org.objectweb.asm.Opcodes;

/**
 * Selects, from facts about the whole platform, the facts about types and members that the binding uses, and writes
 * them as a file of facts. It serves developers who have the platform's artifacts: {@code javap -constants -protected}
 * prints the facts about their classes.
 */
public final class Selection
{
    private static final String CONSTANT = "+";

    private static final List<String> HEADER = List.of(
        "# SPDX-License-Identifier: LGPL-2.1-or-later",
        "# Facts about the API of XWiki Platform 17.10: the types that the binding uses, and of their members those that it",
        "# uses, as javap -constants prints them. ## names the artifact. @Role: a component role. @Component: a component",
        "# under its own name. @Whole: all public and protected members are here, since the binding extends or implements",
        "# the type. docs/developer/xwiki.md tells how to add to this file.");

    private final Facts all;

    private final Hierarchy hierarchy;

    private final Set<String> whole = new TreeSet<>();

    private final Set<String> types = new TreeSet<>();

    private final Set<Selected> members = new LinkedHashSet<>();

    /**
     * A selected member, with its owner, since many types declare equal members.
     *
     * @param owner the internal name of the type that declares the member
     * @param member the member
     */
    private record Selected(String owner, MemberFacts member)
    {
    }

    private Selection(Facts all, Binding binding, List<String> constants)
    {
        this.all = all;
        this.hierarchy = new Hierarchy(all, binding);
        binding.classes().stream().filter(compiled -> !all.has(compiled.name())).forEach(this::select);
        constants.forEach(this::add);
        complete();
    }

    /**
     * @param arguments a file of facts to select from, the file to write, the folders with the classes of the binding,
     *            and constants that the binding uses, such as {@code +org.xwiki.query.Query#HQL}: the compiler inlines
     *            them, so that class files do not refer to them
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException
    {
        Facts all = Facts.parse(Files.readAllLines(Path.of(arguments[0])));
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        List<Path> folders = rest.stream().filter(each -> !each.startsWith(CONSTANT)).map(Path::of).toList();
        List<String> constants = rest.stream().filter(each -> each.startsWith(CONSTANT)).toList();
        Files.write(Path.of(arguments[1]), of(all, Binding.read(folders), constants));
    }

    /**
     * @param all the facts to select from
     * @param binding the classes that use them
     * @param constants the constants that the binding uses, each as {@code +type#name}
     * @return the lines of a file of facts
     */
    static List<String> of(Facts all, Binding binding, List<String> constants)
    {
        return new Selection(all, binding, constants).write();
    }

    private void add(String constant)
    {
        String[] names = constant.substring(CONSTANT.length()).split("#", 2);
        String owner = names[0].replace('.', '/');
        this.hierarchy.declared(owner).stream().filter(member -> member.name().equals(names[1]))
            .forEach(member -> this.members.add(new Selected(owner, member.fact())));
    }

    private void select(CompiledClass compiled)
    {
        for (String supertype : this.hierarchy.lineage(compiled.name())) {
            if (this.all.has(supertype)) {
                this.whole.add(supertype);
                this.types.add(supertype);
            }
        }
        for (Use use : compiled.uses()) {
            if (this.all.has(use.owner())) {
                this.types.add(use.owner());
            }
            if (use.name() != null) {
                this.hierarchy.resolve(use.owner(), use.name() + use.descriptor())
                    .filter(declared -> declared.fact() != null)
                    .ifPresent(declared -> this.members.add(new Selected(declared.owner(), declared.fact())));
            }
        }
    }

    /** Adds the types that the selected types and members name, and their supertypes. */
    private void complete()
    {
        for (String each : this.whole) {
            this.all.type(each).ifPresent(
                type -> type.members().forEach(member -> this.members.add(new Selected(type.name(), member))));
        }
        Deque<String> open = new ArrayDeque<>(this.types);
        this.members.forEach(selected -> {
            open.add(selected.owner());
            open.addAll(selected.member().types());
        });
        Set<String> done = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (done.add(name) && this.all.has(name)) {
                this.types.add(name);
                this.all.type(name).ifPresent(type -> open.addAll(type.types()));
                int dollar = name.lastIndexOf('$');
                if (dollar > 0) {
                    open.add(name.substring(0, dollar));
                }
            }
        }
    }

    private List<String> write()
    {
        TreeMap<String, List<TypeFacts>> byArtifact = new TreeMap<>();
        this.types.forEach(name -> this.all.type(name).ifPresent(type -> byArtifact
            .computeIfAbsent(this.all.artifact(type), key -> new ArrayList<>()).add(type)));
        List<String> lines = new ArrayList<>(HEADER);
        byArtifact.forEach((artifact, selected) -> {
            lines.add("");
            lines.add("## " + artifact);
            selected.forEach(type -> write(type, lines));
        });
        return lines;
    }

    private void write(TypeFacts type, List<String> lines)
    {
        type.annotations().stream().filter(mark -> !TypeFacts.WHOLE.equals(mark)).forEach(mark -> lines.add('@' + mark));
        if (this.whole.contains(type.name())) {
            lines.add('@' + TypeFacts.WHOLE);
        }
        lines.add(type.head());
        type.members().stream().filter(member -> this.members.contains(new Selected(type.name(), member))
            || isOfItself(type, member)).forEach(member -> lines.add(member.line()));
        lines.add("}");
    }

    /**
     * @return whether the member is a constant of an enumeration. A used enumeration keeps all its constants: they are
     *         few, and a switch over it refers to none of them.
     */
    private static boolean isOfItself(TypeFacts type, MemberFacts member)
    {
        return type.is(Opcodes.ACC_ENUM) && member.is(Opcodes.ACC_ENUM);
    }
}
