/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the public data dumps that some tests read. They are no part of the project: their folder is named by the
 * environment variable {@code COP_TEST_DATA}, or is {@code shared/data} beside the checkout.
 */
final class Dumps
{
    private Dumps()
    {
    }

    static Optional<Path> find(String name)
    {
        String folder = System.getenv("COP_TEST_DATA");
        if (folder != null) {
            return Optional.of(Path.of(folder, "stackexchange", name)).filter(Files::isDirectory);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path dump = up.resolve("shared/data/stackexchange").resolve(name);
            if (Files.isDirectory(dump)) {
                return Optional.of(dump);
            }
        }
        return Optional.empty();
    }
}
