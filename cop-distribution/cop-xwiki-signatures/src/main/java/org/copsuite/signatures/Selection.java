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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Use;
import org.objectweb.asm.Opcodes;

/**
 * Selects, from facts about all of the platform, those about what the binding uses, and writes them as a file of facts.
 * For whoever has the platform's artifacts: {@code javap -constants -protected} of their classes gives all the facts.
 */
public final class Selection
{
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

    private final Set<MemberFacts> members = new LinkedHashSet<>();

    private Selection(Facts all, Binding binding)
    {
        this.all = all;
        this.hierarchy = new Hierarchy(all, binding);
        binding.classes().stream().filter(compiled -> !all.has(compiled.name())).forEach(this::select);
        complete();
    }

    /**
     * @param arguments a file of facts to select from, the file to write, and folders with the classes of the binding
     * @throws IOException if they cannot be read or written
     */
    public static void main(String[] arguments) throws IOException
    {
        Facts all = Facts.parse(Files.readAllLines(Path.of(arguments[0])));
        List<Path> folders = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        Files.write(Path.of(arguments[1]), of(all, Binding.read(folders)));
    }

    /**
     * @param all the facts to select from
     * @param binding what uses them
     * @return the lines of a file of facts
     */
    static List<String> of(Facts all, Binding binding)
    {
        return new Selection(all, binding).write();
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
                    .map(Hierarchy.Declared::fact).filter(Objects::nonNull).ifPresent(this.members::add);
            }
        }
    }

    /** Adds the types that are named by what is selected, and what those inherit from. */
    private void complete()
    {
        for (String each : this.whole) {
            this.all.type(each).ifPresent(type -> this.members.addAll(type.members()));
        }
        Deque<String> open = new ArrayDeque<>(this.types);
        this.members.forEach(member -> open.addAll(member.types()));
        this.all.types().stream().filter(type -> type.members().stream().anyMatch(this.members::contains))
            .forEach(type -> open.add(type.name()));
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
        type.members().stream().filter(member -> this.members.contains(member) || isOfItself(type, member))
            .forEach(member -> lines.add(member.line()));
        lines.add("}");
    }

    /** The constants of an enumeration that is used are few, and a switch over it names none of them. */
    private static boolean isOfItself(TypeFacts type, MemberFacts member)
    {
        return type.is(Opcodes.ACC_ENUM) && member.is(Opcodes.ACC_ENUM);
    }
}
