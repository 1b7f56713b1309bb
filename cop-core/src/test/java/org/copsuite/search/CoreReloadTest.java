/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A core whose writer closed itself, or whose files are damaged, is opened again by the administration of cores. */
class CoreReloadTest
{
    @TempDir
    private Path home;

    private static void write(SolrClient client, String id) throws Exception
    {
        SolrInputDocument document = new SolrInputDocument();
        document.addField("id", id);
        document.addField("kind", "question");
        client.add(document);
        client.commit();
    }

    private static List<Object> ids(SolrClient client) throws Exception
    {
        return client.query(new SolrQuery("kind:question").setFields("id")).getResults().stream()
            .map(document -> document.getFieldValue("id")).toList();
    }

    private Path index()
    {
        return this.home.resolve("cop/data/index");
    }

    @Test
    void aWriterThatClosedItselfWritesAgain() throws Exception
    {
        try (EmbeddedIndex index = new EmbeddedIndex(this.home)) {
            SolrClient client = index.client();
            write(client, "q:1");
            Path lock = index().resolve("write.lock");
            Files.delete(lock);
            Files.writeString(lock, "");
            assertThatThrownBy(() -> write(client, "q:2")).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> write(client, "q:2")).isInstanceOf(Exception.class);

            CoreReload.run(client, IndexFields.CORE, false);

            write(client, "q:3");
            assertThat(ids(client)).contains("q:1", "q:3");
        }
    }

    @Test
    void damagedFilesAreThrownAway() throws Exception
    {
        try (EmbeddedIndex index = new EmbeddedIndex(this.home)) {
            SolrClient client = index.client();
            write(client, "q:1");
            try (Stream<Path> files = Files.list(index())) {
                for (Path file : files.filter(file -> file.getFileName().toString().startsWith("_")).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                }
            }

            CoreReload.run(client, IndexFields.CORE, true);

            assertThat(ids(client)).isEmpty();
            write(client, "q:2");
            assertThat(ids(client)).containsExactly("q:2");
            CoreReload.run(client, IndexFields.CORE, false);
            assertThat(ids(client)).containsExactly("q:2");
        }
    }

    @Test
    void aCoreThatIsNotThereIsTold()
    {
        try (EmbeddedIndex index = new EmbeddedIndex(this.home)) {
            assertThatThrownBy(() -> CoreReload.run(index.client(), "nowhere", true)).isInstanceOf(IOException.class)
                .hasMessageContaining("Failed to reopen the Solr core [nowhere]");
        }
    }
}
