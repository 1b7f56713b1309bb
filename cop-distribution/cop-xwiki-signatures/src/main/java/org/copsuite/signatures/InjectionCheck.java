/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.copsuite.signatures.Binding.Member;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Checks the injected components. An injected type of the platform must be a role, or a component under its own name.
 * The field must give as many type arguments as the type has parameters, since the component manager finds components
 * by the exact generic type.
 */
final class InjectionCheck
{
    /** A type that is not a component itself but that a provider of the platform provides. */
    private static final String PROVIDED = "com/xpn/xwiki/XWikiContext";

    private static final List<String> AROUND = List.of("javax/inject/Provider", "java/util/List", "java/util/Map");

    private final Facts facts;

    private final Hierarchy hierarchy;

    InjectionCheck(Facts facts, Hierarchy hierarchy)
    {
        this.facts = facts;
        this.hierarchy = hierarchy;
    }

    /**
     * A class in a signature.
     *
     * @param name the internal name
     * @param arguments the type arguments; those that are arrays, type variables or unbounded wildcards have an empty
     *            name
     */
    private record Named(String name, List<Named> arguments)
    {
    }

    /**
     * @param field a field into which a component is injected
     * @return the mismatch, empty if there is none
     */
    Optional<String> check(Member field)
    {
        Named type = field.signature() == null ? new Named(Type.getType(field.descriptor()).getInternalName(), List.of())
            : parse(field.signature());
        boolean provided = false;
        while (AROUND.contains(type.name()) && !type.arguments().isEmpty()) {
            provided |= "javax/inject/Provider".equals(type.name());
            type = type.arguments().get(type.arguments().size() - 1);
        }
        Optional<TypeFacts> facts = this.facts.type(type.name());
        if (facts.isEmpty() || provided && PROVIDED.equals(type.name())) {
            return Optional.empty();
        }
        List<String> marks = facts.get().annotations();
        if (!marks.contains(TypeFacts.ROLE) && !marks.contains(TypeFacts.COMPONENT) && !inheritsRole(type.name())) {
            return Optional.of("the facts call it no role: " + facts.get().head());
        }
        int parameters = parameters(facts.get().signature());
        return parameters == type.arguments().size() ? Optional.empty()
            : Optional.of("it has " + parameters + " type parameters: " + facts.get().head());
    }

    private boolean inheritsRole(String name)
    {
        return this.hierarchy.lineage(name).stream().flatMap(type -> this.facts.type(type).stream())
            .anyMatch(type -> type.is(Opcodes.ACC_INTERFACE) && type.annotations().contains(TypeFacts.ROLE));
    }

    private static int parameters(String signature)
    {
        int[] count = new int[1];
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9)
            {
                @Override
                public void visitFormalTypeParameter(String name)
                {
                    count[0]++;
                }
            });
        }
        return count[0];
    }

    private static Named parse(String signature)
    {
        Reader reader = new Reader();
        new SignatureReader(signature).acceptType(reader);
        return reader.named();
    }

    /** Reads a type and its type arguments from a signature. */
    private static final class Reader extends SignatureVisitor
    {
        private String name = "";

        private final List<Reader> arguments = new ArrayList<>();

        Reader()
        {
            super(Opcodes.ASM9);
        }

        Named named()
        {
            return new Named(this.name, this.arguments.stream().map(Reader::named).toList());
        }

        @Override
        public void visitClassType(String type)
        {
            this.name = type;
        }

        @Override
        public void visitTypeArgument()
        {
            this.arguments.add(new Reader());
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard)
        {
            Reader argument = new Reader();
            this.arguments.add(argument);
            return argument;
        }
    }
}
