/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The components of an embedded wiki for the tests of one class, with its database in memory and without a server. */
public final class MemoryComponents implements BeforeAllCallback, AfterAllCallback
{
    private Path data;

    private ComponentsAccess components;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException
    {
        this.data = Files.createTempDirectory("cop-memory");
        this.components = new ComponentsAccess(new WikiOptions(WikiOptions.LOOPBACK, 0, this.data,
            "jdbc:hsqldb:mem:" + UUID.randomUUID(), true));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException
    {
        this.components.close();
        FileUtils.deleteDirectory(this.data.toFile());
    }

    /**
     * @param role a role
     * @param <T> the role
     * @return the component
     */
    public <T> T get(Class<T> role)
    {
        return this.components.get(role);
    }
}
