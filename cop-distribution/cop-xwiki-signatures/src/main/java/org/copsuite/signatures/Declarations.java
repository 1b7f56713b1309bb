/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.objectweb.asm.Opcodes;

/**
 * Parses declarations as {@code javap -constants} prints them: all names are fully qualified, the name of a nested
 * class has a dollar sign, parameters have no names.
 */
final class Declarations
{
    private static final Map<String, Integer> MODIFIERS = Map.ofEntries(Map.entry("public", Opcodes.ACC_PUBLIC),
        Map.entry("protected", Opcodes.ACC_PROTECTED), Map.entry("private", Opcodes.ACC_PRIVATE),
        Map.entry("static", Opcodes.ACC_STATIC), Map.entry("final", Opcodes.ACC_FINAL),
        Map.entry("abstract", Opcodes.ACC_ABSTRACT), Map.entry("transient", Opcodes.ACC_TRANSIENT),
        Map.entry("volatile", Opcodes.ACC_VOLATILE), Map.entry("synchronized", Opcodes.ACC_SYNCHRONIZED),
        Map.entry("native", Opcodes.ACC_NATIVE), Map.entry("default", 0));

    private static final String EXTENDS = "extends";

    private final Predicate<TypeName> interfaces;

    private final List<String> named = new ArrayList<>();

    /** @param interfaces returns whether a class is an interface */
    Declarations(Predicate<TypeName> interfaces)
    {
        this.interfaces = interfaces;
    }

    /**
     * Parses the declaration of a type.
     *
     * @param line a line such as {@code public interface a.B<T> extends a.C<T>} with the opening brace
     * @param annotations the marks above the line
     * @param variables receives the type variables of the type
     * @return the type, without members yet
     * @throws IllegalArgumentException if the line is not a declaration of a type
     */
    TypeFacts type(String line, List<String> annotations, Map<String, TypeName> variables)
    {
        this.named.clear();
        Tokens tokens = new Tokens(line);
        int access = modifiers(tokens);
        String kind = tokens.next();
        if (!"class".equals(kind) && !"interface".equals(kind)) {
            throw tokens.wrong();
        }
        boolean isInterface = "interface".equals(kind);
        access |= isInterface ? Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT : Opcodes.ACC_SUPER;
        String name = tokens.next().replace('.', '/');
        List<TypeVariable> declared = variables(tokens, variables);
        List<TypeName> extended = tokens.take(EXTENDS) ? types(tokens) : List.of();
        List<TypeName> implemented = tokens.take("implements") ? types(tokens) : List.of();
        tokens.expect("{");
        TypeName superclass = isInterface || extended.isEmpty() ? TypeName.OBJECT : extended.get(0);
        List<TypeName> supers = isInterface ? extended : implemented;
        String superName = superclass.internalName();
        access |= "java/lang/Enum".equals(superName) ? Opcodes.ACC_ENUM : 0;
        access |= supers.stream().anyMatch(one -> "java.lang.annotation.Annotation".equals(one.name()))
            ? Opcodes.ACC_ANNOTATION : 0;
        StringBuilder signature = new StringBuilder(TypeVariable.signature(declared, variables, this.interfaces));
        signature.append(superclass.signature(variables));
        supers.forEach(one -> signature.append(one.signature(variables)));
        boolean generic = !declared.isEmpty() || superclass.isGeneric(variables)
            || supers.stream().anyMatch(one -> one.isGeneric(variables));
        return new TypeFacts(line, annotations, access, name, generic ? signature.toString() : null, superName,
            supers.stream().map(TypeName::internalName).toList(), named(variables), new ArrayList<>());
    }

    /**
     * Parses the declaration of a member.
     *
     * @param line a line such as {@code public abstract int size();}
     * @param owner the type that declares the member
     * @param outer the type variables of the type
     * @return the member
     * @throws IllegalArgumentException if the line is not a declaration of a member
     */
    MemberFacts member(String line, TypeFacts owner, Map<String, TypeName> outer)
    {
        this.named.clear();
        Tokens tokens = new Tokens(line);
        int access = modifiers(tokens);
        Map<String, TypeName> variables = new HashMap<>(outer);
        List<TypeVariable> declared = variables(tokens, variables);
        TypeName type = type(tokens);
        if (tokens.take("(")) {
            this.named.remove(owner.name());
            return method(new Head(line, access, "<init>", new TypeName("void", List.of(), "", 0), declared), tokens,
                variables);
        }
        String name = tokens.next();
        if (tokens.take("(")) {
            return method(new Head(line, access, name, type, declared), tokens, variables);
        }
        Object value = tokens.take("=") ? Constants.parse(tokens.next(), type.name()) : null;
        tokens.expect(";");
        boolean constant = owner.is(Opcodes.ACC_ENUM) && (access & Opcodes.ACC_STATIC) != 0
            && type.internalName().equals(owner.name());
        return new MemberFacts(line, access | (constant ? Opcodes.ACC_ENUM : 0), name, type.descriptor(variables),
            type.isGeneric(variables) ? type.signature(variables) : null, List.of(), value, named(variables));
    }

    /** The part of a declaration before a method's parameters. */
    private record Head(String line, int access, String name, TypeName result, List<TypeVariable> declared)
    {
    }

    private MemberFacts method(Head head, Tokens tokens, Map<String, TypeName> variables)
    {
        List<TypeName> parameters = new ArrayList<>();
        boolean varargs = false;
        while (!tokens.take(")")) {
            TypeName parameter = type(tokens);
            varargs = tokens.take("...");
            parameters.add(varargs ? parameter.array() : parameter);
            tokens.take(",");
        }
        List<TypeName> thrown = tokens.take("throws") ? types(tokens) : List.of();
        tokens.expect(";");
        StringBuilder descriptor = new StringBuilder("(");
        StringBuilder signature =
            new StringBuilder(TypeVariable.signature(head.declared(), variables, this.interfaces)).append('(');
        parameters.forEach(parameter -> {
            descriptor.append(parameter.descriptor(variables));
            signature.append(parameter.signature(variables));
        });
        descriptor.append(')').append(head.result().descriptor(variables));
        signature.append(')').append(head.result().signature(variables));
        boolean generic = !head.declared().isEmpty() || head.result().isGeneric(variables)
            || parameters.stream().anyMatch(parameter -> parameter.isGeneric(variables));
        return new MemberFacts(head.line(), head.access() | (varargs ? Opcodes.ACC_VARARGS : 0), head.name(),
            descriptor.toString(), generic ? signature.toString() : null,
            thrown.stream().map(one -> variables.getOrDefault(one.name(), one).internalName()).toList(), null,
            named(variables));
    }

    private static int modifiers(Tokens tokens)
    {
        int access = 0;
        while (MODIFIERS.containsKey(tokens.peek())) {
            access |= MODIFIERS.get(tokens.next());
        }
        return access;
    }

    private List<TypeVariable> variables(Tokens tokens, Map<String, TypeName> scope)
    {
        List<TypeVariable> declared = new ArrayList<>();
        if (tokens.take("<")) {
            while (!tokens.take(">")) {
                String name = tokens.next();
                List<TypeName> bounds = new ArrayList<>();
                if (tokens.take(EXTENDS)) {
                    bounds.add(type(tokens));
                    while (tokens.take("&")) {
                        bounds.add(type(tokens));
                    }
                }
                TypeVariable variable = new TypeVariable(name, bounds);
                declared.add(variable);
                scope.put(name, variable.erasure());
                tokens.take(",");
            }
        }
        return declared;
    }

    private List<TypeName> types(Tokens tokens)
    {
        List<TypeName> types = new ArrayList<>();
        do {
            types.add(type(tokens));
        } while (tokens.take(","));
        return types;
    }

    private TypeName type(Tokens tokens)
    {
        if (tokens.take("?")) {
            if (tokens.take(EXTENDS)) {
                return bounded("+", type(tokens));
            }
            return tokens.take("super") ? bounded("-", type(tokens)) : new TypeName("?", List.of(), "*", 0);
        }
        String name = tokens.next();
        this.named.add(name.replace('.', '/'));
        List<TypeName> arguments = arguments(tokens);
        while (tokens.peek().startsWith(".") && !"...".equals(tokens.peek())) {
            // A class nested in a generic class. The signature omits the type arguments of the outer class.
            this.named.remove(name.replace('.', '/'));
            name += '$' + tokens.next().substring(1);
            this.named.add(name.replace('.', '/'));
            arguments = arguments(tokens);
        }
        TypeName type = new TypeName(name, List.copyOf(arguments), "", 0);
        while (tokens.take("[]")) {
            type = type.array();
        }
        return type;
    }

    private List<TypeName> arguments(Tokens tokens)
    {
        List<TypeName> arguments = new ArrayList<>();
        if (tokens.take("<")) {
            do {
                arguments.add(type(tokens));
            } while (tokens.take(","));
            tokens.expect(">");
        }
        return arguments;
    }

    private static TypeName bounded(String bound, TypeName type)
    {
        return new TypeName(type.name(), type.arguments(), bound, type.dimensions());
    }

    private List<String> named(Map<String, TypeName> variables)
    {
        return this.named.stream().filter(name -> name.indexOf('/') > 0 && !variables.containsKey(name)).distinct()
            .toList();
    }
}
