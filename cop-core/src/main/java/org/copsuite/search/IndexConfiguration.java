/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * The configuration files of a Solr core with the {@link IndexFields}, for a binding that runs Solr in its own process.
 * A binding that uses another Solr adds the same fields through Solr's schema API.
 */
public final class IndexConfiguration
{
    private static final String SCHEMA = """
        <?xml version="1.0" encoding="UTF-8"?>
        <schema name="cop-%d" version="1.6">
          <uniqueKey>id</uniqueKey>
          <fieldType name="string" class="solr.StrField" sortMissingLast="true" docValues="true"/>
          <fieldType name="boolean" class="solr.BoolField" sortMissingLast="true"/>
          <fieldType name="plong" class="solr.LongPointField" docValues="true"/>
        %s  <field name="id" type="string" indexed="true" stored="true" required="true"/>
        %s</schema>
        """;

    /*
     * There is no update log: the consumer writes documents that are lost in a crash again, since the checkpoint is
     * lost with them. Solr runs a hard commit at most 15 seconds after a write; the writers run soft commits to make
     * documents visible.
     */
    private static final String CONFIGURATION = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config>
          <luceneMatchVersion>9.8.0</luceneMatchVersion>
          <dataDir>${solr.data.dir:}</dataDir>
          <directoryFactory name="DirectoryFactory" class="solr.NRTCachingDirectoryFactory"/>
          <schemaFactory class="ClassicIndexSchemaFactory"/>
          <indexConfig>
            <ramBufferSizeMB>32</ramBufferSizeMB>
          </indexConfig>
          <updateHandler class="solr.DirectUpdateHandler2">
            <autoCommit>
              <maxTime>15000</maxTime>
              <openSearcher>false</openSearcher>
            </autoCommit>
          </updateHandler>
          <query>
            <maxBooleanClauses>1024</maxBooleanClauses>
            <filterCache size="256" initialSize="64" autowarmCount="16"/>
            <queryResultCache size="256" initialSize="64" autowarmCount="0"/>
            <documentCache size="1024" initialSize="256"/>
            <enableLazyFieldLoading>true</enableLazyFieldLoading>
            <useColdSearcher>true</useColdSearcher>
            <maxWarmingSearchers>2</maxWarmingSearchers>
          </query>
          <requestDispatcher handleSelect="false"/>
          <requestHandler name="/select" class="solr.SearchHandler"/>
          <requestHandler name="/update" class="solr.UpdateRequestHandler"/>
        </config>
        """;

    private IndexConfiguration()
    {
    }

    /** @return the content of {@code schema.xml} */
    public static String schema()
    {
        StringBuilder types = new StringBuilder();
        IndexFields.types().forEach(type -> types.append(type(type)));
        StringBuilder fields = new StringBuilder();
        for (IndexFields.Field field : IndexFields.all()) {
            fields.append("  <field name=\"%s\" type=\"%s\" indexed=\"%s\" stored=\"%s\" multiValued=\"%s\"/>\n"
                .formatted(field.name(), field.type(), field.indexed(), field.stored(), field.many()));
        }
        return SCHEMA.formatted(IndexFields.VERSION, types, fields);
    }

    private static String type(IndexFields.Type type)
    {
        StringBuilder xml = new StringBuilder("  <fieldType name=\"" + type.name() + "\" class=\"solr.TextField\"");
        new TreeMap<>(type.attributes()).forEach((name, value) -> xml.append(" %s=\"%s\"".formatted(name, value)));
        xml.append(">\n    <analyzer>\n      <tokenizer name=\"").append(type.tokenizer()).append("\"/>\n");
        type.filters().forEach(filter -> xml.append("      <filter name=\"").append(filter).append("\"/>\n"));
        xml.append("    </analyzer>\n");
        if (!type.bm25().isEmpty()) {
            xml.append("    <similarity class=\"solr.BM25SimilarityFactory\">\n");
            new TreeMap<>(type.bm25()).forEach((name, value) -> xml.append("      <float name=\"%s\">%s</float>\n"
                .formatted(name, value)));
            xml.append("    </similarity>\n");
        }
        return xml.append("  </fieldType>\n").toString();
    }

    /** @return the content of {@code solrconfig.xml} */
    public static String configuration()
    {
        return CONFIGURATION;
    }

    /**
     * Writes the folder of the core and overwrites existing files: {@code core.properties}, {@code conf/schema.xml} and
     * {@code conf/solrconfig.xml}. Creates {@code solr.xml} if it does not exist.
     *
     * @param solrHome the folder that holds the cores, as {@code CoreContainer} expects it
     * @throws IOException if a file cannot be written
     */
    public static void write(Path solrHome) throws IOException
    {
        Path core = Files.createDirectories(solrHome.resolve(IndexFields.CORE));
        Path files = Files.createDirectories(core.resolve("conf"));
        Files.writeString(files.resolve("schema.xml"), schema(), StandardCharsets.UTF_8);
        Files.writeString(files.resolve("solrconfig.xml"), configuration(), StandardCharsets.UTF_8);
        Files.writeString(core.resolve("core.properties"), "name=" + IndexFields.CORE + '\n',
            StandardCharsets.ISO_8859_1);
        Path container = solrHome.resolve("solr.xml");
        if (!Files.exists(container)) {
            Files.writeString(container, "<solr/>\n", StandardCharsets.UTF_8);
        }
    }
}
