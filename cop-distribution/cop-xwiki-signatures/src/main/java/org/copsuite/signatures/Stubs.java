/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the stubs; the build of this module runs it. */
public final class Stubs
{
    private Stubs()
    {
    }

    /**
     * @param arguments the folder to write the class files to; then, if others than the project's own are meant, a file
     *            of facts
     * @throws IOException if they cannot be read or written
     */
    public static void main(String[] arguments) throws IOException
    {
        Facts facts = arguments.length > 1 ? Facts.parse(Files.readAllLines(Path.of(arguments[1]))) : Facts.ofPlatform();
        write(facts, Path.of(arguments[0]));
    }

    static void write(Facts facts, Path folder) throws IOException
    {
        StubWriter writer = new StubWriter(facts);
        for (TypeFacts type : facts.types()) {
            Path file = folder.resolve(type.name() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, writer.write(type));
        }
    }
}
