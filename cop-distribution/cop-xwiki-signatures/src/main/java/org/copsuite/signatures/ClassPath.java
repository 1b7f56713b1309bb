/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.copsuite.signatures.Binding.CompiledClass;
import org.objectweb.asm.ClassReader;

/** Reads classes of the JDK, of XWiki Commons and Rendering, and of libraries from the class path. */
final class ClassPath
{
    private final Map<String, Optional<CompiledClass>> known = new HashMap<>();

    private final ClassLoader loader = ClassPath.class.getClassLoader();

    /**
     * @param name an internal name
     * @return the class, empty if it is not on the class path
     */
    Optional<CompiledClass> find(String name)
    {
        return this.known.computeIfAbsent(name, this::read);
    }

    private Optional<CompiledClass> read(String name)
    {
        try (InputStream stream = this.loader.getResourceAsStream(name + ".class")) {
            if (stream == null) {
                return Optional.empty();
            }
            UsesVisitor visitor = new UsesVisitor();
            new ClassReader(stream).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return Optional.of(visitor.compiled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
