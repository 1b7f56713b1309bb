/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.copsuite.db.Outage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

/** What HSQLDB acknowledges on a full disk is there after the process was killed. */
class DiskGuardTest
{
    private static final String OPTIONS = ";hsqldb.write_delay=false;hsqldb.lock_file=false;hsqldb.tx=mvcc";

    /** What HSQLDB's log holds where the disk took a line in part: HSQLDB stops reading there. */
    private static final String TORN = "SERT INTO POST VALUES('torn')\n";

    private static final String INSERT = "insert into post values (?)";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @TempDir
    private Path folder;

    /** The room that is found next; the last one stays. */
    private final Deque<Long> room = new ArrayDeque<>();

    private CachedStatements database;

    private Connection connection;

    @BeforeEach
    void open() throws SQLException
    {
        has(DiskGuard.BEFORE);
        Path file = this.folder.resolve("wiki").resolve("cop");
        this.database = new CachedStatements("jdbc:hsqldb:file:" + file + OPTIONS, "SA", "", new DiskGuard(file, this::room));
        this.connection = this.database.getConnection();
        try (Statement statement = this.connection.createStatement()) {
            statement.execute("create cached table post (title varchar(100) primary key)");
        }
    }

    @AfterEach
    void close() throws SQLException
    {
        this.logs.ignoreAllMessages();
        has(DiskGuard.BEFORE);
        try (Statement statement = this.connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private synchronized long room()
    {
        return this.room.size() > 1 ? this.room.pop() : this.room.peek();
    }

    private synchronized void has(Long... bytes)
    {
        this.room.clear();
        this.room.addAll(List.of(bytes));
    }

    private void insert(String title) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(INSERT)) {
            statement.setString(1, title);
            statement.executeUpdate();
        }
    }

    private void insertInTransaction(String title) throws SQLException
    {
        this.connection.setAutoCommit(false);
        try {
            insert(title);
            this.connection.commit();
        } finally {
            this.connection.rollback();
            this.connection.setAutoCommit(true);
        }
    }

    private static List<String> titles(Connection from) throws SQLException
    {
        List<String> titles = new ArrayList<>();
        try (PreparedStatement statement = from.prepareStatement("select title from post order by title");
            ResultSet rows = statement.executeQuery())
        {
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
        }
        return titles;
    }

    /** What a start after the death of this process finds. */
    private List<String> afterDeath(String copy) throws IOException, SQLException
    {
        FileUtils.copyDirectory(this.folder.resolve("wiki").toFile(), this.folder.resolve(copy).toFile());
        String url = "jdbc:hsqldb:file:" + this.folder.resolve(copy).resolve("cop") + OPTIONS + ";shutdown=true";
        try (Connection anew = DriverManager.getConnection(url, "SA", "")) {
            return titles(anew);
        }
    }

    private void waitForRepair()
    {
        await("the database is repaired").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            insert("after repair");
            return true;
        });
    }

    @Test
    void whereTheDiskLacksRoomNothingIsWrittenAndAllIsRead() throws Exception
    {
        insertInTransaction("before");
        has(DiskGuard.BEFORE - 1);

        assertThatThrownBy(() -> insertInTransaction("in a transaction")).isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState()).isEqualTo(Outage.DISK_FULL);
        assertThatThrownBy(() -> insert("alone")).matches(Outage::is);
        this.connection.setAutoCommit(false);
        assertThat(titles(this.connection)).containsExactly("before");
        this.connection.commit();
        this.connection.setAutoCommit(true);
        has(DiskGuard.BEFORE);
        insertInTransaction("later");
        assertThat(titles(this.connection)).containsExactly("before", "later");
    }

    @Test
    void aFileThatCannotBeWrittenIsExplainedByTheDiskAlone()
    {
        DiskGuard guard = new DiskGuard(this.folder.resolve("cop"), this::room);
        SQLException file = new SQLException("file input/output error", "S1000", -452);

        assertThat((Throwable) guard.explained(file)).isSameAs(file);
        has(DiskGuard.BEFORE - 1);
        assertThat((Throwable) guard.explained(file)).matches(Outage::is).hasCause(file);
        SQLException other = new SQLException("no such row", "02000", -1200);
        assertThat((Throwable) guard.explained(other)).isSameAs(other);
    }

    @Test
    void aDiskThatFillsDuringACommitStopsWritesUntilAllIsStored() throws Exception
    {
        insert("before");
        has(DiskGuard.BEFORE, DiskGuard.AFTER - 1);
        assertThatThrownBy(() -> insertInTransaction("torn")).matches(Outage::is);
        Files.writeString(this.folder.resolve("wiki").resolve("cop.log"), TORN, StandardCharsets.UTF_8,
            StandardOpenOption.APPEND);
        has(DiskGuard.AFTER - 1, DiskGuard.BEFORE - 1);
        assertThatThrownBy(() -> insert("refused")).matches(Outage::is);

        has(DiskGuard.BEFORE);
        waitForRepair();

        assertThat(titles(this.connection)).contains("before", "after repair").doesNotContain("refused");
        assertThat(afterDeath("copy")).isEqualTo(titles(this.connection));
    }

    @Test
    void withoutTheCheckpointALineThatIsTornHidesAllLaterOnes() throws Exception
    {
        insert("before");
        Files.writeString(this.folder.resolve("wiki").resolve("cop.log"), TORN, StandardCharsets.UTF_8,
            StandardOpenOption.APPEND);
        insert("later");

        assertThat(afterDeath("copy")).containsExactly("before");
    }
}
