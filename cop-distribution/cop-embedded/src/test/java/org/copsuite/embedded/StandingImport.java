/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.embedded.store.QuickStart;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.transfer.ImportCommand;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.internal.SmallBatches;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;

/** An import in a process of its own that, after so many pages were saved, stands still until it is killed. */
public final class StandingImport
{
    /** The size of its batches: a tenth of the usual size, so that a small dump has the border between two. */
    static final int BATCH = 25;

    private StandingImport()
    {
    }

    /**
     * @param arguments the data folder, the database's URL or nothing, the dump, after how many changes of pages to stand
     *            still, a file to make then
     */
    public static void main(String[] arguments) throws StartException
    {
        QuickStart.use();
        WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, Path.of(arguments[0]),
            arguments[1].isEmpty() ? null : arguments[1], true);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        try (CopServer server = CopServer.open(options)) {
            letClaimLapse(server);
            server.get(Pages.class).listen(event -> {
                if (left.decrementAndGet() == 0) {
                    standStill(Path.of(arguments[4]));
                }
            });
            SmallBatches.use(server.get(StackExchangeImport.class), BATCH);
            Order order = new Order(WikiOptions.WIKI, server.get(People.class).service(), Path.of(arguments[2]), null, null);
            server.get(ImportCommand.class).run(order, System.out, System.err, false);
        }
    }

    /** Otherwise it waits for half a minute, until it is certain that the process before it has ended. */
    private static void letClaimLapse(CopServer server)
    {
        try (Connection connection = server.get(WikiDatabase.class).dataSource().getConnection();
            Statement statement = connection.createStatement()) {
            statement.executeUpdate("update cop_job set claimed_until = 1");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void standStill(Path sign)
    {
        try {
            Files.createFile(sign);
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
