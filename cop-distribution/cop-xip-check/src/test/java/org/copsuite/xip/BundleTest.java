/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The bundle holds the suite and what XWiki's own WAR lacks, and nothing else. */
class BundleTest
{
    /** Each with the reason why it is there. */
    private static final Set<String> EXTENSIONS = Set.of(
        "org.copsuite:cop-core", "org.copsuite:cop-macros", "org.copsuite:cop-ui-rest", "org.copsuite:cop-ui-webjar",
        "org.copsuite:cop-ui-pages", "org.copsuite:cop-xwiki",
        // Imports turn HTML into wiki text with it; the WAR of 17.10 has none.
        "org.jsoup:jsoup");

    private static ZipFile open() throws IOException
    {
        Assumptions.assumeTrue(Files.exists(Path.of(System.getProperty("cop.xip"))),
            "There is no bundle: build the module cop-xip with this one.");
        return new ZipFile(System.getProperty("cop.xip"));
    }

    private static List<String> names(ZipFile zip)
    {
        return zip.stream().filter(entry -> !entry.isDirectory())
            .map(entry -> URLDecoder.decode(entry.getName(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void holdsTheSuiteAndWhatTheWarLacks() throws IOException
    {
        try (ZipFile zip = open()) {
            Set<String> extensions = new TreeSet<>();
            names(zip).forEach(name -> extensions.add(name.split("/", 2)[0]));
            assertThat(extensions).containsExactlyInAnyOrderElementsOf(EXTENSIONS);
        }
    }

    @Test
    void describesEachExtension() throws IOException
    {
        try (ZipFile zip = open()) {
            List<String> names = names(zip);
            assertThat(names.stream().filter(name -> name.endsWith(".xed"))).hasSize(EXTENSIONS.size());
            assertThat(names.stream().filter(name -> name.endsWith(".jar") || name.endsWith(".xar")))
                .hasSize(EXTENSIONS.size());
        }
    }

    @Test
    void holdsNoClassOfThePlatform() throws IOException
    {
        try (ZipFile zip = open()) {
            assertThat(classes(zip)).isNotEmpty().noneMatch(name -> name.startsWith("com/xpn/"))
                .noneMatch(name -> name.startsWith("org/xwiki/"))
                .noneMatch(name -> name.startsWith("org/copsuite/signatures/"));
        }
    }

    private static List<String> classes(ZipFile zip)
    {
        List<String> classes = new ArrayList<>();
        zip.stream().filter(entry -> entry.getName().endsWith(".jar")).forEach(entry -> {
            try (InputStream stream = zip.getInputStream(entry); ZipInputStream jar = new ZipInputStream(stream)) {
                for (ZipEntry each = jar.getNextEntry(); each != null; each = jar.getNextEntry()) {
                    classes.add(each.getName());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return classes.stream().filter(name -> name.endsWith(".class")).toList();
    }

    @Test
    void putsEveryJarIntoTheRootNamespace() throws IOException
    {
        try (ZipFile zip = open()) {
            for (ZipEntry entry : zip.stream().filter(each -> each.getName().endsWith(".xed")).toList()) {
                String name = URLDecoder.decode(entry.getName(), StandardCharsets.UTF_8);
                if (name.startsWith("org.copsuite:") && !name.startsWith("org.copsuite:cop-ui-pages")) {
                    try (InputStream stream = zip.getInputStream(entry)) {
                        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).as(name).contains("{root}");
                    }
                }
            }
        }
    }

    @Test
    void isOneSmallFile() throws IOException
    {
        try (ZipFile zip = open()) {
            assertThat(Files.size(Path.of(zip.getName()))).isLessThan(5_000_000L);
        }
    }
}
