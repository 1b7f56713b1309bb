/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.persistence.Table;

/** The suite's entities and changelogs, from which a binding builds its session factory. */
public final class Schema
{
    private static final String ENTITIES = "org/copsuite/db/entities.txt";

    private Schema()
    {
    }

    /**
     * Each capability lists its entities in {@code src/main/capabilities/<capability>/entities.txt}, since they are
     * internal to it; the build joins the lists into one resource.
     *
     * @return the annotated entities of all capabilities
     */
    public static List<Class<?>> entities()
    {
        ClassLoader loader = Schema.class.getClassLoader();
        List<Class<?>> entities = new ArrayList<>();
        try (InputStream stream = loader.getResourceAsStream(ENTITIES);
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    entities.add(Class.forName(line.trim(), false, loader));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(ENTITIES + " names a class that is not there.", e);
        }
        return List.copyOf(entities);
    }

    /** @return the lower-case names of all tables that entities and changelogs create */
    public static List<String> tables()
    {
        List<String> tables = new ArrayList<>(entities().stream().filter(type -> type.isAnnotationPresent(Table.class))
            .map(type -> type.getAnnotation(Table.class).name()).distinct().toList());
        tables.add(changelogTable());
        tables.add(changelogLockTable());
        return List.copyOf(tables);
    }

    /** @return the Liquibase master changelog, a resource on the class path */
    public static String changelog()
    {
        return "org/copsuite/db/changelog.xml";
    }

    /** @return the name of Liquibase's changelog table. Not the default name, which XWiki's own migrations use */
    public static String changelogTable()
    {
        return "cop_changelog";
    }

    /** @return the name of Liquibase's lock table */
    public static String changelogLockTable()
    {
        return "cop_changelog_lock";
    }
}
