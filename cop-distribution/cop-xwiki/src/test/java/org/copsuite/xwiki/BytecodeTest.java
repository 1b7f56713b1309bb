/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.copsuite.signatures.BindingCheck;
import org.copsuite.signatures.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The compiled binding fits XWiki Platform, as far as the facts tell. */
class BytecodeTest
{
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void fitsThePlatform() throws IOException
    {
        assertThat(BindingCheck.mismatches(Facts.ofPlatform(), List.of(CLASSES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cop-distribution/cop-xwiki", "cop-core", "cop-macros", "cop-ui/cop-ui-rest",
        "cop-ui/cop-ui-webjar"})
    void shipsNoClassOfThePlatform(String module) throws IOException
    {
        Path classes = Path.of("..", "..").resolve(module).resolve(CLASSES);
        Facts facts = Facts.ofPlatform();
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.map(file -> classes.relativize(file).toString().replaceAll("\\.class$", "")))
                .isNotEmpty().noneMatch(facts::has).noneMatch(name -> name.startsWith("com/xpn/"));
        }
    }

    @Test
    void registersEveryComponent() throws IOException
    {
        List<String> registered = Files.readAllLines(CLASSES.resolve("META-INF/components.txt"));
        List<String> components;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            components = files.filter(file -> file.toString().endsWith(".java")).filter(BytecodeTest::isComponent)
                .map(file -> Path.of("src", "main", "java").relativize(file).toString().replaceAll("\\.java$", "")
                    .replace('/', '.')).sorted().toList();
        }
        assertThat(registered).containsExactlyInAnyOrderElementsOf(components);
    }

    /** When XWiki starts, it reads components in no order: what is not in its WAR may come later, or never. */
    @Test
    void noComponentNeedsAnExtensionOfTheFlavor() throws IOException
    {
        for (String component : Files.readAllLines(CLASSES.resolve("META-INF/components.txt"))) {
            Path file = CLASSES.resolve(component.replace('.', '/') + ".class");
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(component)
                .doesNotContain("org/xwiki/notifications/filters/watch");
        }
    }

    private static boolean isComponent(Path file)
    {
        try {
            return Files.readString(file).lines().anyMatch(line -> line.startsWith("@Component"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
