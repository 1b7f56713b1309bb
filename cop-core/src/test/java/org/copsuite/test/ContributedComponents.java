/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The components that the suite's modules on the class path contribute to a role. */
public final class ContributedComponents
{
    private ContributedComponents()
    {
    }

    /**
     * @param role a role
     * @param <T> the type of the role
     * @return a new instance of each of its components, without what is injected into them
     */
    public static <T> List<T> of(Class<T> role)
    {
        List<T> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(role.getClassLoader().getResources("META-INF/components.txt"))) {
                try (InputStream stream = url.openStream()) {
                    for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                        if (line.startsWith("org.copsuite.")) {
                            Class<?> type = Class.forName(line.strip(), false, role.getClassLoader());
                            if (role.isAssignableFrom(type)) {
                                found.add(role.cast(type.getDeclaredConstructor().newInstance()));
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
