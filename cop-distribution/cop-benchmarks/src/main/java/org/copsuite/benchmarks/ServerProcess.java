/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The wiki in a separate process, started like {@code ./cop start}, which a benchmark can kill. */
final class ServerProcess implements AutoCloseable
{
    private static final String RUNNING = "CoP Suite is running:";

    private final Process process;

    private final URI uri;

    private ServerProcess(Process process, URI uri)
    {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param data the data folder
     * @param databaseUrl a JDBC URL, {@code null} for HSQLDB in the data folder
     * @param port the port, 0 for any free one
     * @return the running server
     * @throws IOException if the server does not start
     */
    static ServerProcess start(Path data, String databaseUrl, int port) throws IOException
    {
        List<String> command = java("-Xmx512m");
        command.addAll(List.of("start", "--empty", "--port", Integer.toString(port), "--data", data.toString()));
        if (databaseUrl != null) {
            command.addAll(List.of("--db", databaseUrl));
        }
        Process process = new ProcessBuilder(command).redirectError(log(data)).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        URI uri = null;
        String line = out.readLine();
        while (line != null && !line.startsWith("Stop it with:")) {
            if (line.startsWith(RUNNING)) {
                uri = URI.create(line.substring(RUNNING.length()).strip().replaceFirst("/$", ""));
            }
            line = out.readLine();
        }
        if (uri == null) {
            process.destroyForcibly();
            throw new IOException("Failed to start the server; see [" + log(data) + "].");
        }
        return new ServerProcess(process, uri);
    }

    /**
     * Runs a command of the wiki and waits for its end.
     *
     * @param data the data folder
     * @param arguments the command and its arguments
     * @return the last line of its output
     * @throws IOException if the command failed
     */
    static String command(Path data, List<String> arguments) throws IOException, InterruptedException
    {
        List<String> command = java("-Xmx512m");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectError(log(data)).start();
        String last = "";
        try (BufferedReader out = new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)))
        {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        }
        int status = process.waitFor();
        // Status 3: the import skipped some rows of the dump and imported all others.
        if (status != 0 && !(status == 3 && "import".equals(arguments.get(0)))) {
            throw new IOException("Failed to run the command " + arguments + "; see [" + log(data) + "].");
        }
        return last;
    }

    private static File log(Path data)
    {
        return data.resolveSibling(data.getFileName() + ".log").toFile();
    }

    private static List<String> java(String memory)
    {
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), memory, "-XX:+ExitOnOutOfMemoryError"));
        String options = System.getenv("COP_JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(List.of(options.strip().split("\\s+")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.copsuite.embedded.Cop"));
        return command;
    }

    URI uri()
    {
        return this.uri;
    }

    boolean isAlive()
    {
        return this.process.isAlive();
    }

    /** @return the peak memory of the process so far in MiB, -1 if the system does not report it */
    long peakMemory()
    {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(this.process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong).findFirst().orElse(-1024) / 1024;
        } catch (IOException e) {
            // The process has ended, or the system is not Linux.
            return -1;
        }
    }

    /** Kills the process as {@code kill -9} does. */
    void kill() throws InterruptedException
    {
        this.process.destroyForcibly();
        this.process.waitFor();
    }

    /** Stops the process as SIGTERM does, and waits for its end. */
    @Override
    public void close()
    {
        this.process.destroy();
        try {
            if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            this.process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
