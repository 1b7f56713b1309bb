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

/** The compiled classes of the binding, each with the members that it declares and uses. */
final class Binding
{
    private final Map<String, CompiledClass> classes = new LinkedHashMap<>();

    private Binding()
    {
    }

    /**
     * Reads all class files below some folders.
     *
     * @param folders the folders
     * @return the classes
     * @throws IOException if a folder or a file cannot be read
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
     * @param files the contents of class files
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

    /**
     * @param name an internal name
     * @return the class, {@code null} if the binding has no class of that name
     */
    CompiledClass find(String name)
    {
        return this.classes.get(name);
    }

    /**
     * A class of the binding.
     *
     * @param name the internal name
     * @param access the {@code ACC_} flags
     * @param superclass the internal name of the superclass, {@code null} for {@code java.lang.Object}
     * @param interfaces the internal names of the implemented interfaces
     * @param methods the declared methods
     * @param fields the declared fields
     * @param uses the types and members that the class uses
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
     * @param access the {@code ACC_} flags
     * @param name the name
     * @param descriptor the descriptor
     * @param signature the generic signature, {@code null} if there is none
     * @param injected whether a component is injected into the field
     */
    record Member(int access, String name, String descriptor, String signature, boolean injected)
    {
        String key()
        {
            return this.name + this.descriptor;
        }
    }

    /**
     * A reference of a class to a type or to a member of it.
     *
     * @param owner the internal name of the type
     * @param name the member's name, {@code null} for a reference to the type alone
     * @param descriptor the member's descriptor, {@code null} for a reference to the type alone
     * @param isStatic whether the reference expects a static member
     * @param isInterface whether the reference expects the type to be an interface
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
