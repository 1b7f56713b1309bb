/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.webjar;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs programs of the machine. */
final class Command
{
    private static final Pattern NPM_ERROR = Pattern.compile("npm (?:error|ERR!) code (\\S+)");

    private static final int MINUTES = 10;

    private Command()
    {
    }

    /** What a program printed on both of its outputs, and how it ended. */
    record Result(int status, String output)
    {
        /** @return the name that npm gives its failure, such as ENOTFOUND; without it, a word on the status */
        String npmError()
        {
            Matcher code = NPM_ERROR.matcher(output());
            return code.find() ? code.group(1) : "status " + status();
        }
    }

    /**
     * @param name a program's name without an ending
     * @return its file, looked for in {@code PATH}; empty where it is in none of those folders
     */
    static Optional<String> find(String name)
    {
        boolean windows = File.separatorChar == '\\';
        List<String> names = windows ? List.of(name + ".exe", name + ".cmd") : List.of(name);
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> names.stream().map(each -> Path.of(folder, each)))
            .filter(Files::isExecutable).filter(Files::isRegularFile).map(Path::toString).findFirst();
    }

    /**
     * @param folder the working folder
     * @param environment what is added to the environment
     * @param command the program and its arguments
     * @return how it ended
     * @throws IOException where it cannot be started, or takes longer than ten minutes
     */
    static Result run(Path folder, Map<String, String> environment, List<String> command) throws IOException
    {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("cop-js", ".log");
        Process process = builder.redirectOutput(output.toFile()).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command + " takes longer than " + MINUTES + " minutes: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
