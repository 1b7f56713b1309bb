/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.copsuite.embedded.sample.SampleLoader;
import org.copsuite.transfer.ImportCommand;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.wiki.People;
import org.slf4j.LoggerFactory;

/** The command line of the embedded wiki. */
public final class Cop
{
    private static final int FAILED = 1;

    private static final int MISUSED = 2;

    private static final Set<String> START = Set.of("port", "host", "data", "db");

    private static final String COMMUNITY = "community";

    /** The resource beside this class with the help text; the launcher script prints the same file. */
    private static final String HELP = "help.txt";

    private final PrintStream out;

    private final PrintStream err;

    Cop(PrintStream out, PrintStream err)
    {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a command and exits with its status if it is not 0.
     *
     * @param arguments see {@code cop help}
     */
    public static void main(String[] arguments)
    {
        int status = new Cop(System.out, System.err).run(Arrays.asList(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return the exit status: 0 for success, 1 for a failure, 2 for wrong arguments */
    int run(List<String> arguments)
    {
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (command) {
                case "start" -> start(rest);
                case "import" -> importDump(rest);
                case "help", "--help", "-h" -> help();
                default -> throw new UsageException("Unknown command " + command + ".");
            };
        } catch (UsageException e) {
            this.err.println("cop: " + e.getMessage() + " See \"cop help\".");
            return MISUSED;
        } catch (StartException e) {
            LoggerFactory.getLogger(Cop.class).debug("The wiki did not start.", e);
            this.err.println("cop: " + e.getMessage());
            return FAILED;
        }
    }

    private int help()
    {
        try (InputStream text = Cop.class.getResourceAsStream(HELP)) {
            this.out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private int start(List<String> arguments) throws UsageException, StartException
    {
        CommandLine line = CommandLine.read(arguments, START, Set.of("empty", "proxy"));
        if (!line.words().isEmpty()) {
            throw new UsageException("\"start\" takes no " + line.words().get(0) + ".");
        }
        CopServer server = CopServer.start(line.options());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }, "stop"));
        welcome(server);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void welcome(CopServer server)
    {
        this.out.println();
        this.out.println("CoP Suite is running:  " + server.uri() + "/");
        Optional<String> password = server.newPassword();
        if (password.isPresent()) {
            this.out.println(administrator(password.get()));
        } else if (server.hasSamples()) {
            List<String> logins = SampleLoader.LOGINS;
            this.out.println("Accounts:              " + logins.get(0) + " (administrator), "
                + String.join(", ", logins.subList(1, logins.size())));
            this.out.println("Their password:        " + SampleLoader.PASSWORD + " (unless it was changed)");
        }
        this.out.println("Data folder:           " + server.options().data().toAbsolutePath().normalize());
        this.out.println("Stop it with:          Ctrl-C");
        this.out.flush();
    }

    private int importDump(List<String> arguments) throws UsageException, StartException
    {
        CommandLine line = CommandLine.read(arguments, Set.of("data", "db", COMMUNITY), Set.of());
        if (line.words().size() != 2 || !"stackexchange".equals(line.words().get(0))) {
            throw new UsageException("\"import\" needs the arguments: stackexchange DIR.");
        }
        String community = line.values().get(COMMUNITY);
        if (community != null && community.isBlank()) {
            throw new UsageException("The option --community needs the name of a community.");
        }
        WikiOptions options = line.options();
        // A new wiki gets no samples: it holds only the imported data.
        try (CopServer server = CopServer.open(new WikiOptions(options.host(), options.port(), options.data(),
            options.databaseUrl(), true))) {
            server.newPassword().ifPresent(password -> this.err.println(administrator(password)));
            Order order = new Order(WikiOptions.WIKI, server.get(People.class).service(), folder(line), null, community);
            return server.get(ImportCommand.class).run(order, this.out, this.err, System.console() != null);
        }
    }

    private static Path folder(CommandLine line) throws UsageException
    {
        try {
            return Path.of(line.words().get(1));
        } catch (InvalidPathException e) {
            throw new UsageException("Invalid path of a folder: " + line.words().get(1) + ".");
        }
    }

    private static String administrator(String password)
    {
        return "Administrator:         admin, password " + password + " (told only this once)";
    }
}
