/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about the types of XWiki Platform, read from a file that declares each type as {@code javap -constants} prints
 * it, without private members. A line that starts with {@code #} is a comment, a line that starts with {@code ##} names
 * the artifact of the following types. Marks precede a type: {@code @Role} (an interface that components implement),
 * {@code @Component} (a class that is a component under its own name), {@code @Whole} (no member is left out).
 */
public final class Facts
{
    /** The file of facts against which the binding is compiled and checked. */
    public static final String RESOURCE = "xwiki-platform-17.10.txt";

    private final Map<String, TypeFacts> types = new LinkedHashMap<>();

    private final Map<String, String> artifacts = new HashMap<>();

    private Facts()
    {
    }

    /** @return the facts against which the binding is compiled and checked */
    public static Facts ofPlatform()
    {
        try (InputStream stream = Facts.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a file of facts.
     *
     * @param lines the lines of the file
     * @return the facts
     * @throws IllegalArgumentException if a line is not a declaration; the message contains the line
     */
    public static Facts parse(List<String> lines)
    {
        Facts facts = new Facts();
        Set<String> interfaces = new HashSet<>();
        lines.forEach(line -> {
            int start = line.indexOf("interface ");
            if (start >= 0 && line.endsWith("{")) {
                interfaces.add(line.substring(start + "interface ".length()).split("[ <]", 2)[0]);
            }
        });
        Declarations declarations = new Declarations(type -> interfaces.contains(type.name()) || isInterface(type.name()));
        String artifact = "";
        List<String> marks = new ArrayList<>();
        Map<String, TypeName> variables = new HashMap<>();
        TypeFacts type = null;
        for (String line : lines) {
            if (line.startsWith("## ")) {
                artifact = line.substring(3).strip();
            } else if (line.startsWith("@")) {
                marks.add(line.substring(1).strip());
            } else if (line.startsWith("}")) {
                type = null;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (type == null) {
                    variables = new HashMap<>();
                    type = declarations.type(line, List.copyOf(marks), variables);
                    marks.clear();
                    facts.types.put(type.name(), type);
                    facts.artifacts.put(type.name(), artifact);
                } else {
                    type.members().add(bridged(declarations.member(line, type, variables), type));
                }
            }
        }
        return facts;
    }

    /**
     * Marks the later one of two methods that differ only in their result as a bridge, since the compiler generated it.
     */
    private static MemberFacts bridged(MemberFacts member, TypeFacts type)
    {
        String parameters = member.descriptor().substring(0, member.descriptor().lastIndexOf(')') + 1);
        return member.isMethod() && type.members().stream().anyMatch(other -> other.name().equals(member.name())
            && other.descriptor().startsWith(parameters)) ? member.asBridge() : member;
    }

    private static boolean isInterface(String name)
    {
        try {
            return Class.forName(name, false, Facts.class.getClassLoader()).isInterface();
        } catch (ClassNotFoundException | LinkageError e) {
            // The answer affects only the spelling of a generic signature, and readers of signatures accept both
            // spellings.
            return false;
        }
    }

    /** @return all types, in the order of the file */
    Collection<TypeFacts> types()
    {
        return this.types.values();
    }

    /**
     * @param name an internal name
     * @return the facts about that type, empty if there are none
     */
    Optional<TypeFacts> type(String name)
    {
        return Optional.ofNullable(this.types.get(name));
    }

    /**
     * @param type a type
     * @return the artifact that contains the type
     */
    String artifact(TypeFacts type)
    {
        return this.artifacts.get(type.name());
    }

    /**
     * @param name the internal name of a class
     * @return whether there are facts about the class
     */
    public boolean has(String name)
    {
        return this.types.containsKey(name);
    }
}
