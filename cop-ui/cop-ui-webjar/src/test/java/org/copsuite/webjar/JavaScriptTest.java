/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.webjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Runs the unit tests of the ES modules ({@code src/test/js}) with Node's test runner and reports each as a test of its
 * own. Where Node, npm or the locked packages cannot be had, all of them are reported as skipped, with the reason.
 */
class JavaScriptTest
{
    private static final Path TESTS = Path.of("src/test/js").toAbsolutePath();

    /** The locked packages are installed here, out of the sources and out of what is shipped. */
    private static final Path PACKAGES = Path.of("target/js").toAbsolutePath();

    private static final String LOCK = "package-lock.json";

    private static final String FAILURE = "failure";

    private static final String MANIFEST = "package.json";

    private static final int OLDEST_MAJOR = 18;

    private static final int OLDEST_MINOR = 17;

    /** The first version of which the test runner takes the number of files that it runs at once. */
    private static final int CONCURRENT_MAJOR = 20;

    private static final int CONCURRENT_MINOR = 10;

    @TestFactory
    Stream<DynamicContainer> theModulesPassTheirTests() throws IOException
    {
        String node = Command.find("node").orElseGet(() -> abort("Node.js is not installed."));
        String version = Command.run(TESTS, Map.of(), List.of(node, "--version")).output().trim();
        if (!isAtLeast(version, OLDEST_MAJOR, OLDEST_MINOR)) {
            abort("Node.js " + version + " is too old, " + OLDEST_MAJOR + "." + OLDEST_MINOR + " or later is needed.");
        }
        installPackages();

        Path results = Files.createTempFile(PACKAGES, "results", ".jsonl");
        try {
            Command.Result result = run(node, isAtLeast(version, CONCURRENT_MAJOR, CONCURRENT_MINOR), results);
            return report(Files.readAllLines(results), result);
        } finally {
            Files.delete(results);
        }
    }

    private static Stream<DynamicContainer> report(List<String> results, Command.Result result) throws IOException
    {
        Map<String, List<DynamicTest>> tests = new LinkedHashMap<>();
        int total = -1;
        boolean failed = false;
        for (String line : results) {
            JsonNode test = new ObjectMapper().readTree(line);
            if (test.has("total")) {
                total = test.get("total").asInt();
            } else {
                String file = test.path("file").asText();
                tests.computeIfAbsent(file.substring(file.lastIndexOf('/') + 1), name -> new ArrayList<>())
                    .add(report(test));
                failed |= test.has(FAILURE);
            }
        }
        assertFalse(tests.isEmpty(), "Node ran no test: " + result.output());
        assertEquals(results.size() - 1, total, "Node did not report all tests: " + result.output());
        if (result.status() != 0 && !failed) {
            tests.put("node --test", List.of(DynamicTest.dynamicTest("ends without an error",
                () -> fail("Node ended with the status " + result.status() + ": " + result.output()))));
        }
        return tests.entrySet().stream().map(file -> DynamicContainer.dynamicContainer(file.getKey(), file.getValue()));
    }

    private static boolean isAtLeast(String version, int major, int minor)
    {
        String[] numbers = version.replaceFirst("^v", "").split("\\.");
        int here = Integer.parseInt(numbers[0]);
        return here > major || here == major && Integer.parseInt(numbers[1]) >= minor;
    }

    /** Installs exactly the locked packages, from npm's cache where they are there, and only when the lock has changed. */
    private static void installPackages() throws IOException
    {
        Path installed = PACKAGES.resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(installed, TESTS.resolve(LOCK)) == -1) {
            return;
        }
        String npm = Command.find("npm").orElseGet(() -> abort("npm is not installed."));
        Files.createDirectories(PACKAGES);
        for (String name : List.of(MANIFEST, LOCK)) {
            Files.copy(TESTS.resolve(name), PACKAGES.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Command.Result result = Command.run(PACKAGES, Map.of(), List.of(npm, "ci", "--prefer-offline", "--ignore-scripts",
            "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=60000"));
        if (result.status() != 0) {
            // Packages that differ from their locked digests are no matter of the network.
            assertFalse(result.output().contains("EINTEGRITY") || result.output().contains("EUSAGE"), result::output);
            abort("npm cannot fetch the packages that the tests need: " + result.npmError() + ".");
        }
        Files.copy(TESTS.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the tests print goes to the output of this test, their results to a file. */
    private static Command.Result run(String node, boolean isConcurrent, Path results) throws IOException
    {
        List<String> command = new ArrayList<>(List.of(node, "--experimental-vm-modules", "--no-warnings", "--test",
            "--test-reporter=./support/report.mjs", "--test-reporter-destination=" + results));
        if (isConcurrent) {
            // By default Node leaves a processor idle, which nothing else needs while this module is tested.
            command.add("--test-concurrency=" + Runtime.getRuntime().availableProcessors());
        }
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".test.mjs")).sorted()
                .forEach(command::add);
        }
        return Command.run(TESTS, Map.of("NODE_OPTIONS", "--experimental-vm-modules"), command);
    }

    private static DynamicTest report(JsonNode test)
    {
        return DynamicTest.dynamicTest(test.path("name").asText(), () -> {
            if (test.has("skipped")) {
                abort("Node skipped it: " + test.get("skipped").asText());
            }
            if (test.has(FAILURE)) {
                fail(test.get(FAILURE).asText());
            }
        });
    }
}
