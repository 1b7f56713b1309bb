/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the stubs. The build of this module runs it. */
public final class Stubs
{
    private Stubs()
    {
    }

    /**
     * @param arguments the folder to write the class files to; optionally a file of facts that replaces the project's
     *            own
     * @throws IOException if a file cannot be read or written
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
