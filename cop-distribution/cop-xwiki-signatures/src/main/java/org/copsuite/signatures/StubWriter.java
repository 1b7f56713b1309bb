/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.Comparator;
import java.util.List;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a type as a class file to compile against. Its constructors do nothing, so that tests can create subclasses;
 * its methods throw {@link UnsupportedOperationException}.
 */
final class StubWriter
{
    private static final String OBJECT = "java/lang/Object";

    private static final String ROLE = "Lorg/xwiki/component/annotation/Role;";

    private final Facts facts;

    StubWriter(Facts facts)
    {
        this.facts = facts;
    }

    /**
     * @param type a type
     * @return the bytes of its class file
     */
    byte[] write(TypeFacts type)
    {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, type.access() & ~(Opcodes.ACC_STATIC | Opcodes.ACC_PROTECTED), type.name(),
            type.signature(), type.superclass(), type.interfaces().toArray(String[]::new));
        if (type.annotations().contains(TypeFacts.ROLE)) {
            writer.visitAnnotation(ROLE, true).visitEnd();
        }
        this.facts.types().forEach(other -> nest(writer, type, other));
        for (MemberFacts member : type.members()) {
            if (member.isMethod()) {
                method(writer, type, member);
            } else {
                writer.visitField(member.access(), member.name(), member.descriptor(), member.signature(), member.value())
                    .visitEnd();
            }
        }
        if (!type.isInterface() && type.members().stream().noneMatch(member -> "<init>".equals(member.name()))) {
            // Without a constructor, the compiler would assume a default one that everybody may call. It does not see
            // this synthetic one.
            method(writer, type, new MemberFacts("", Opcodes.ACC_PROTECTED | Opcodes.ACC_SYNTHETIC, "<init>", "()V", null,
                List.of(), null, List.of()));
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    /**
     * Declares nested classes in the class files of both the outer and the nested class. All are declared static, since
     * the facts do not say which are.
     */
    private static void nest(ClassWriter writer, TypeFacts type, TypeFacts other)
    {
        int dollar = other.name().lastIndexOf('$');
        if (dollar > 0 && (other.name().equals(type.name()) || other.name().startsWith(type.name() + '$')
            || type.name().startsWith(other.name() + '$'))) {
            writer.visitInnerClass(other.name(), other.name().substring(0, dollar), other.name().substring(dollar + 1),
                (other.access() | Opcodes.ACC_STATIC) & ~Opcodes.ACC_SUPER);
        }
    }

    private void method(ClassWriter writer, TypeFacts type, MemberFacts member)
    {
        MethodVisitor method = writer.visitMethod(member.access() & ~(Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED),
            member.name(), member.descriptor(), member.signature(), member.exceptions().toArray(String[]::new));
        if (!member.is(Opcodes.ACC_ABSTRACT)) {
            method.visitCode();
            int stack = "<init>".equals(member.name()) ? construct(method, type) : refuse(method);
            int own = member.is(Opcodes.ACC_STATIC) ? 0 : 1;
            method.visitMaxs(stack, Type.getArgumentsAndReturnSizes(member.descriptor()) / 4 - 1 + own);
        }
        method.visitEnd();
    }

    /**
     * Writes a call of a constructor of the superclass, with nulls and zeros as arguments, and a return.
     *
     * @return the size of the stack
     */
    private int construct(MethodVisitor method, TypeFacts type)
    {
        String descriptor = this.facts.type(type.superclass()).map(StubWriter::simplest).orElseGet(() -> outside(type));
        method.visitVarInsn(Opcodes.ALOAD, 0);
        int stack = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            method.visitInsn(zero(argument));
            stack += argument.getSize();
        }
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, type.superclass(), "<init>", descriptor, false);
        method.visitInsn(Opcodes.RETURN);
        return stack;
    }

    private static String simplest(TypeFacts type)
    {
        return type.members().stream().filter(member -> "<init>".equals(member.name()))
            .filter(member -> !member.is(Opcodes.ACC_PRIVATE)).map(MemberFacts::descriptor)
            .min(Comparator.comparingInt(String::length)).orElse("()V");
    }

    /**
     * @return the descriptor of a constructor of a superclass that is not in the facts; few such classes lack one
     *         without parameters
     */
    private static String outside(TypeFacts type)
    {
        return switch (type.superclass()) {
            case "java/lang/Enum" -> "(Ljava/lang/String;I)V";
            case "org/xwiki/component/namespace/Namespace" -> "(Ljava/lang/String;Ljava/lang/String;)V";
            default -> "()V";
        };
    }

    private static int zero(Type type)
    {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
            default -> Opcodes.ICONST_0;
        };
    }

    private static int refuse(MethodVisitor method)
    {
        String exception = Type.getInternalName(UnsupportedOperationException.class);
        method.visitTypeInsn(Opcodes.NEW, exception);
        method.visitInsn(Opcodes.DUP);
        method.visitLdcInsn("A signature of XWiki Platform, to compile against.");
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, exception, "<init>", "(L" + OBJECT.replace("Object", "String") + ";)V",
            false);
        method.visitInsn(Opcodes.ATHROW);
        return 3;
    }
}
