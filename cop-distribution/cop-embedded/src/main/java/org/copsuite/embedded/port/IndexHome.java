/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.copsuite.knowledge.IndexFields;

/** The folder that Solr runs in: written anew at each start, except for the index itself. */
final class IndexHome
{
    private static final String RESOURCES = "/org/copsuite/embedded/solr/";

    private static final String VERSION = "version";

    private IndexHome()
    {
    }

    /**
     * Writes the configuration. An index of another version of the fields is deleted: it is made again from the ledger
     * and the pages.
     */
    static void prepare(Path home) throws IOException
    {
        Path version = home.resolve(VERSION);
        String wanted = String.valueOf(IndexFields.VERSION);
        if (Files.exists(home) && !(Files.exists(version) && Files.readString(version).equals(wanted))) {
            delete(home);
        }
        Path core = home.resolve(IndexFields.CORE);
        Path configuration = core.resolve("conf");
        Files.createDirectories(configuration);
        Files.writeString(core.resolve("core.properties"), "name=" + IndexFields.CORE + '\n');
        Files.writeString(configuration.resolve("solrconfig.xml"), resource("solrconfig.xml"));
        Files.writeString(configuration.resolve("schema.xml"),
            resource("schema.xml").replace("<!-- fields -->", fields()));
        Files.writeString(version, wanted);
    }

    private static String resource(String name) throws IOException
    {
        try (InputStream stream = IndexHome.class.getResourceAsStream(RESOURCES + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fields()
    {
        StringBuilder fields = new StringBuilder();
        for (IndexFields.Field field : IndexFields.all()) {
            fields.append("<field name=\"").append(field.name()).append("\" type=\"").append(field.type())
                .append("\" indexed=\"true\" stored=\"true\" multiValued=\"").append(field.many()).append("\"/>\n  ");
        }
        return fields.toString();
    }

    private static void delete(Path folder) throws IOException
    {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
