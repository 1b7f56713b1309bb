/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.xwiki.environment.Environment;

/** The folders of a wiki, in a temporary folder that all wikis of one run share. */
public class TestEnvironment implements Environment
{
    private static final Path FOLDER = create();

    private static Path create()
    {
        try {
            return Files.createTempDirectory("cop-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public File getTemporaryDirectory()
    {
        return FOLDER.resolve("temporary").toFile();
    }

    @Override
    public File getPermanentDirectory()
    {
        return FOLDER.resolve("permanent").toFile();
    }

    @Override
    public URL getResource(String resource)
    {
        return null;
    }

    @Override
    public InputStream getResourceAsStream(String resource)
    {
        return null;
    }
}
