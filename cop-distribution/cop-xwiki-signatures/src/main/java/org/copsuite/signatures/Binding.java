/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;

/** The compiled classes of the binding: what each declares and what it uses. */
final class Binding
{
    private final Map<String, CompiledClass> classes = new LinkedHashMap<>();

    private Binding()
    {
    }

    /**
     * @param folders folders of class files
     * @return all classes in them
     * @throws IOException if they cannot be read
     */
    static Binding read(List<Path> folders) throws IOException
    {
        Binding binding = new Binding();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                    binding.add(Files.readAllBytes(file));
                }
            }
        }
        return binding;
    }

    /**
     * @param files class files
     * @return the classes
     */
    static Binding of(byte[]... files)
    {
        Binding binding = new Binding();
        for (byte[] file : files) {
            binding.add(file);
        }
        return binding;
    }

    private void add(byte[] file)
    {
        ClassReader reader = new ClassReader(file);
        UsesVisitor visitor = new UsesVisitor();
        reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        CompiledClass compiled = visitor.compiled();
        this.classes.put(compiled.name(), compiled);
    }

    List<CompiledClass> classes()
    {
        return new ArrayList<>(this.classes.values());
    }

    /** @return the class of that internal name, {@code null} where it is none of the binding's */
    CompiledClass find(String name)
    {
        return this.classes.get(name);
    }

    /**
     * A class of the binding.
     *
     * @param name its internal name
     * @param access its {@code ACC_} flags
     * @param superclass what it extends
     * @param interfaces what it implements
     * @param methods its methods
     * @param fields its fields
     * @param uses what it uses
     */
    record CompiledClass(String name, int access, String superclass, List<String> interfaces, List<Member> methods,
        List<Member> fields, List<Use> uses)
    {
        List<String> supertypes()
        {
            List<String> supertypes = new ArrayList<>();
            if (this.superclass != null) {
                supertypes.add(this.superclass);
            }
            supertypes.addAll(this.interfaces);
            return supertypes;
        }
    }

    /**
     * A method or a field that a class declares.
     *
     * @param access its {@code ACC_} flags
     * @param name its name
     * @param descriptor its descriptor
     * @param signature its generic signature, {@code null} where it has none
     * @param injected whether a component is injected into it
     */
    record Member(int access, String name, String descriptor, String signature, boolean injected)
    {
        String key()
        {
            return this.name + this.descriptor;
        }
    }

    /**
     * That a class names a type, or a member of it.
     *
     * @param owner the internal name of the type
     * @param name the member's name, {@code null} where only the type is named
     * @param descriptor the member's descriptor
     * @param isStatic whether it is used as a static member
     * @param isInterface whether the type is taken for an interface
     */
    record Use(String owner, String name, String descriptor, boolean isStatic, boolean isInterface)
    {
        static Use type(String name)
        {
            return new Use(name, null, null, false, false);
        }

        boolean isMethod()
        {
            return this.descriptor != null && this.descriptor.startsWith("(");
        }
    }
}
