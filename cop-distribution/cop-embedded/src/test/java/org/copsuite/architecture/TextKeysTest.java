/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
package org.copsuite.architecture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text that a person reads is a key, every key has a text.
 */
class TextKeysTest
{
    /** Surefire runs in the folder of the module: cop-distribution/cop-embedded. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private static final List<String> MODULES = List.of("cop-core", "cop-macros", "cop-ui/cop-ui-rest", "cop-ui/cop-ui-webjar",
        "cop-ui/cop-ui-pages", "cop-distribution/cop-embedded");

    /** A quoted key, or the beginning of one that goes on with a value. */
    private static final Pattern MENTION = Pattern.compile("[\"']((?:cop|embedded)\\.[\\w.-]+)(.)");

    /** With fewer parts it may be the name of a file or of a setting. */
    private static final Pattern SURELY_A_KEY = Pattern.compile("(?:cop|embedded)\\.[\\w-]+\\..*");

    private static final Map<String, Path> KEYS = new TreeMap<>();

    private static final Map<String, Path> FULL = new TreeMap<>();

    private static final Map<String, Path> BEGINNINGS = new TreeMap<>();

    private static final List<String> TWICE = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException
    {
        for (String module : MODULES) {
            Path main = ROOT.resolve(module).resolve("src/main");
            if (!Files.isDirectory(main)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(main)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String name = file.getFileName().toString();
                    if (name.equals("ApplicationResources.properties") || name.equals("translations.properties")) {
                        readKeys(file);
                    } else if (name.matches(".*\\.(java|vm|js|xml|html)")) {
                        readMentions(file);
                    }
                }
            }
        }
    }

    @Test
    void everyMentionedKeyHasAText()
    {
        Map<String, Path> missing = new TreeMap<>(FULL);
        missing.keySet().removeAll(KEYS.keySet());
        // A key may also be the beginning of those of one field: its error ".blank", ".long", ...
        missing.keySet().removeIf(key -> KEYS.keySet().stream().anyMatch(text -> text.startsWith(key + ".")));
        missing.keySet().removeIf(key -> !SURELY_A_KEY.matcher(key).matches());
        BEGINNINGS.forEach((beginning, where) -> {
            if (SURELY_A_KEY.matcher(beginning).matches() && KEYS.keySet().stream().noneMatch(key -> key.startsWith(beginning))) {
                missing.put(beginning + "*", where);
            }
        });
        assertThat(FULL).isNotEmpty();
        assertThat(missing).as("keys without a text, and where they are mentioned").isEmpty();
    }

    @Test
    void aTextStandsInOnePlace()
    {
        assertThat(TWICE).isEmpty();
    }

    private static void readKeys(Path file) throws IOException
    {
        Properties properties = new Properties()
        {
            @Override
            public synchronized Object put(Object key, Object value)
            {
                Path other = KEYS.put((String) key, file);
                if (other != null) {
                    TWICE.add(key + " in " + ROOT.relativize(other) + " and " + ROOT.relativize(file));
                }
                return super.put(key, value);
            }
        };
        // As XWiki reads them.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        }
    }

    private static void readMentions(Path file) throws IOException
    {
        Matcher mention = MENTION.matcher(Files.readString(file));
        while (mention.find()) {
            String key = mention.group(1);
            boolean closed = mention.group(2).matches("[\"']");
            (closed && !key.endsWith(".") && !key.endsWith("-") ? FULL : BEGINNINGS).put(key, ROOT.relativize(file));
        }
    }
}
