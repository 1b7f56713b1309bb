/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** What README and guides promise: every macro example works, every link leads somewhere, every macro is described. */
@DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "The examples name the samples")
class DocumentationTest
{
    private static final Path ROOT = root();

    private static final Pattern EXAMPLE = Pattern.compile("^```xwiki\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private static final Pattern ROW = Pattern.compile("^\\| (?!limit |---)(.+) \\|$", Pattern.MULTILINE);

    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+)`");

    private static final Pattern MACRO = Pattern.compile("\\{\\{(cop-[a-z-]+)");

    @TestFactory
    List<DynamicTest> everyExampleWorks() throws IOException
    {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : documents()) {
            Matcher example = EXAMPLE.matcher(Files.readString(file));
            for (int i = 1; example.find(); i++) {
                String name = ROOT.relativize(file) + " example " + i;
                String text = example.group(1);
                tests.add(DynamicTest.dynamicTest(name, () -> check(name, text)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(12);
        return tests;
    }

    private static void check(String name, String text)
    {
        Site site = Site.get();
        String path = "Documentation/" + name.replaceAll("[^A-Za-z0-9]+", "-");
        assertThat(site.savePage(site.admin(), path, name, text).status()).isEqualTo(200);
        for (Member reader : List.of(site.member("helper"), site.stranger())) {
            Document page = reader.read("/bin/view/" + path).ok().document();
            assertThat(page.select(".xwikirenderingerror, .errormessage, .cop-message")).as(name).isEmpty();
            long macros = MACRO.matcher(text).results().count();
            assertThat(page.select(".cop")).as(name).hasSizeGreaterThanOrEqualTo((int) macros);
        }
    }

    @Test
    void everyMacroIsInTheReferenceAndTheReadme() throws Exception
    {
        TreeSet<String> macros = new TreeSet<>();
        for (String line : resource("META-INF/components.txt")) {
            Class<?> type = Class.forName(line.replaceFirst("^\\d+:", "").strip());
            javax.inject.Named name = type.getAnnotation(javax.inject.Named.class);
            if (name != null && name.value().matches("cop-[a-z-]+")
                && org.xwiki.rendering.macro.Macro.class.isAssignableFrom(type)) {
                macros.add(name.value());
            }
        }
        // What sheets hold is not for members to insert.
        macros.removeAll(List.of("cop-answer", "cop-administration", "cop-profile"));

        assertThat(macros).hasSizeGreaterThan(8);
        String reference = Files.readString(ROOT.resolve("docs/user/macros.md"));
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(macros).allSatisfy(macro -> {
            assertThat(reference).contains("## " + macro + "\n");
            assertThat(readme).contains("`{{" + macro + "/}}`");
        });
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException
    {
        for (Path file : documents()) {
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                if (!link.group(1).contains("://")) {
                    assertThat(file.resolveSibling(link.group(1)).normalize()).as(file.toString()).exists();
                }
            }
        }
    }

    @Test
    void everyPictureIsShown() throws IOException
    {
        StringBuilder all = new StringBuilder();
        for (Path file : documents()) {
            all.append(Files.readString(file));
        }
        try (Stream<Path> pictures = Files.list(ROOT.resolve("docs/images"))) {
            assertThat(pictures.map(picture -> "images/" + picture.getFileName() + ')')).isNotEmpty()
                .allSatisfy(name -> assertThat(all.toString()).contains(name));
        }
    }

    @Test
    void everyLimitNamesATestThatExists() throws IOException
    {
        Set<String> classes = new HashSet<>();
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java")).filter(Files::exists).toList()) {
                classes.addAll(namesBelow(tests));
            }
        }
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/developer/limits.md")));
        while (row.find()) {
            String[] cells = row.group(1).split(" \\| ");
            assertThat(cells).as(row.group(1)).hasSize(4);
            List<String> tests = TEST_CLASS.matcher(cells[3]).results().map(test -> test.group(1)).toList();
            assertThat(tests).as(row.group(1)).isNotEmpty();
            assertThat(classes).as(row.group(1)).containsAll(tests);
        }
    }

    private static Set<String> namesBelow(Path folder) throws IOException
    {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toSet());
        }
    }

    private static List<String> resource(String name) throws IOException
    {
        List<String> lines = new ArrayList<>();
        for (java.net.URL url : java.util.Collections.list(
            DocumentationTest.class.getClassLoader().getResources(name))) {
            try (java.io.InputStream stream = url.openStream()) {
                new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .filter(line -> line.contains("org.copsuite.macro.")).forEach(lines::add);
            }
        }
        return lines;
    }

    private static List<Path> documents() throws IOException
    {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                files.filter(file -> file.toString().endsWith(".md"))).sorted().toList();
        }
    }

    private static Path root()
    {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
