/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.copsuite.signatures.Binding.CompiledClass;
import org.copsuite.signatures.Binding.Member;
import org.copsuite.signatures.Binding.Use;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Reads the declarations and references of one class file. */
final class UsesVisitor extends ClassVisitor
{
    private static final int API = Opcodes.ASM9;

    private static final String INJECT = "Ljavax/inject/Inject;";

    private final Set<Use> uses = new LinkedHashSet<>();

    private final List<Member> methods = new ArrayList<>();

    private final List<Member> fields = new ArrayList<>();

    private CompiledClass head;

    UsesVisitor()
    {
        super(API);
    }

    /** @return the class */
    CompiledClass compiled()
    {
        return new CompiledClass(this.head.name(), this.head.access(), this.head.superclass(), this.head.interfaces(),
            this.methods, this.fields, List.copyOf(this.uses));
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces)
    {
        List<String> implemented = interfaces == null ? List.of() : List.of(interfaces);
        this.head = new CompiledClass(name, access, superName, implemented, List.of(), List.of(), List.of());
        this.head.supertypes().forEach(this::type);
        generic(signature);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible)
    {
        descriptor(descriptor);
        return null;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value)
    {
        descriptor(descriptor);
        generic(signature);
        int index = this.fields.size();
        this.fields.add(new Member(access, name, descriptor, signature, false));
        return new FieldVisitor(API)
        {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible)
            {
                descriptor(annotation);
                if (INJECT.equals(annotation)) {
                    UsesVisitor.this.fields.set(index, new Member(access, name, descriptor, signature, true));
                }
                return null;
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions)
    {
        method(descriptor);
        generic(signature);
        if (exceptions != null) {
            List.of(exceptions).forEach(this::type);
        }
        this.methods.add(new Member(access, name, descriptor, signature, false));
        return new Code();
    }

    private void type(String name)
    {
        Type type = Type.getObjectType(name);
        descriptor(type.getDescriptor());
    }

    private void descriptor(String descriptor)
    {
        Type type = Type.getType(descriptor);
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            this.uses.add(Use.type(element.getInternalName()));
        }
    }

    private void method(String descriptor)
    {
        descriptor(Type.getReturnType(descriptor).getDescriptor());
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            descriptor(argument.getDescriptor());
        }
    }

    private void generic(String signature)
    {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(API)
            {
                @Override
                public void visitClassType(String name)
                {
                    type(name);
                }
            });
        }
    }

    private void handle(Handle handle)
    {
        boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC || handle.getTag() == Opcodes.H_GETSTATIC
            || handle.getTag() == Opcodes.H_PUTSTATIC;
        member(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface());
        if (!field) {
            method(handle.getDesc());
        }
    }

    private void member(String owner, String name, String descriptor, boolean isStatic, boolean isInterface)
    {
        if (!owner.startsWith("[")) {
            this.uses.add(new Use(owner, name, descriptor, isStatic, isInterface));
        }
        type(owner);
    }

    /** Reads the references in the instructions of a method. */
    private final class Code extends MethodVisitor
    {
        Code()
        {
            super(API);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible)
        {
            descriptor(annotation);
            return null;
        }

        @Override
        public void visitTypeInsn(int opcode, String name)
        {
            type(name);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor)
        {
            member(owner, name, descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC, false);
            descriptor(descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface)
        {
            member(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC, isInterface);
            method(descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments)
        {
            method(descriptor);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value)
        {
            constant(value);
        }

        private void constant(Object value)
        {
            if (value instanceof Handle handle) {
                handle(handle);
            } else if (value instanceof Type type && type.getSort() == Type.METHOD) {
                method(type.getDescriptor());
            } else if (value instanceof Type type) {
                descriptor(type.getDescriptor());
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions)
        {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String exception)
        {
            if (exception != null) {
                type(exception);
            }
        }
    }
}
