/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Facts from all files of a dump about its posts and people, by their number. They are added in any order, sorted
 * through temporary files, then looked up. Memory use does not depend on the number of facts.
 */
final class Facts implements Closeable
{
    private static final int RECORD = 28;

    private static final int RECORDS_IN_BLOCK = 2048;

    private static final String SORTED = "sorted";

    private final Path folder;

    private final int inMemory;

    private final List<Fact> collected = new ArrayList<>();

    private final List<Path> runs = new ArrayList<>();

    private RandomAccessFile sorted;

    private long count;

    private byte[] block = new byte[0];

    private long blockNumber = -1;

    /** Type of a fact. */
    enum Kind
    {
        /** The post is a question. */
        QUESTION,
        /** The post is an answer; the value is the number of its question. */
        ANSWER,
        /** Votes of one day. The value is the day since the epoch; up and down are counts, added up for the day. */
        VOTES,
        /** The post was accepted; the value is the time in milliseconds since the epoch. */
        ACCEPTED,
        /** The question names this post as the accepted answer; the value is the number of the question. */
        CHOSEN,
        /** The post is a duplicate; the value is the number of the original. */
        DUPLICATE,
        /** The post was closed; the value is the number of the closing reason. */
        CLOSED,
        /** The number is that of a person in Users.xml. */
        PERSON,
        /** The post is a question; the value is the offset of its title in {@link PostNames}. */
        TITLE
    }

    /**
     * Fact about a post.
     *
     * @param post the number of the post
     * @param kind the type of the fact
     * @param value the value, whose meaning depends on the type
     * @param up the number of up votes
     * @param down the number of down votes
     */
    record Fact(long post, Kind kind, long value, int up, int down) implements Comparable<Fact>
    {
        @Override
        public int compareTo(Fact other)
        {
            int order = Long.compare(this.post, other.post);
            order = order == 0 ? this.kind.compareTo(other.kind) : order;
            return order == 0 ? Long.compare(this.value, other.value) : order;
        }

        private Fact plus(Fact other)
        {
            return new Fact(this.post, this.kind, this.value, this.up + other.up, this.down + other.down);
        }
    }

    /**
     * @param folder an empty folder for temporary files
     * @param inMemory the maximum number of facts in memory before {@link #sort()}
     */
    Facts(Path folder, int inMemory)
    {
        this.folder = folder;
        this.inMemory = inMemory;
    }

    void add(long post, Kind kind, long value, int up, int down) throws IOException
    {
        this.collected.add(new Fact(post, kind, value, up, down));
        if (this.collected.size() >= this.inMemory) {
            spill();
        }
    }

    void add(long post, Kind kind, long value) throws IOException
    {
        add(post, kind, value, 0, 0);
    }

    private void spill() throws IOException
    {
        Collections.sort(this.collected);
        Path run = this.folder.resolve("run-" + this.runs.size());
        this.runs.add(run);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
            Fact last = null;
            for (Fact fact : this.collected) {
                last = merge(last, fact, out);
            }
            write(last, out);
        }
        this.collected.clear();
    }

    private Fact merge(Fact last, Fact next, DataOutputStream out) throws IOException
    {
        if (last != null && last.compareTo(next) == 0) {
            return last.plus(next);
        }
        write(last, out);
        return next;
    }

    private void write(Fact fact, DataOutputStream out) throws IOException
    {
        if (fact != null) {
            out.writeLong(fact.post());
            out.writeInt(fact.kind().ordinal());
            out.writeLong(fact.value());
            out.writeInt(fact.up());
            out.writeInt(fact.down());
            this.count++;
        }
    }

    /** Sorts the facts. Call it after the last {@code add} and before the first {@link #about}. */
    void sort() throws IOException
    {
        spill();
        Path all = this.folder.resolve(SORTED);
        List<Run> open = new ArrayList<>();
        this.count = 0;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(all), 1 << 16))) {
            PriorityQueue<Run> queue = new PriorityQueue<>();
            for (Path path : this.runs) {
                Run run = new Run(path);
                open.add(run);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            Fact last = null;
            while (!queue.isEmpty()) {
                Run run = queue.poll();
                last = merge(last, run.head, out);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            write(last, out);
        } finally {
            for (Run run : open) {
                run.close();
            }
        }
        this.sorted = new RandomAccessFile(all.toFile(), "r");
    }

    /** @return all facts about a post, ordered by type and value */
    List<Fact> about(long post) throws IOException
    {
        long low = 0;
        long high = this.count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (read(middle).post() < post) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Fact> facts = new ArrayList<>();
        for (long i = low; i < this.count && read(i).post() == post; i++) {
            facts.add(read(i));
        }
        return facts;
    }

    private Fact read(long index) throws IOException
    {
        long number = index / RECORDS_IN_BLOCK;
        if (number != this.blockNumber) {
            long start = number * RECORDS_IN_BLOCK;
            this.block = new byte[(int) Math.min(RECORDS_IN_BLOCK, this.count - start) * RECORD];
            this.sorted.seek(start * RECORD);
            this.sorted.readFully(this.block);
            this.blockNumber = number;
        }
        ByteBuffer record = ByteBuffer.wrap(this.block, (int) (index % RECORDS_IN_BLOCK) * RECORD, RECORD);
        return new Fact(record.getLong(), Kind.values()[record.getInt()], record.getLong(), record.getInt(),
            record.getInt());
    }

    @Override
    public void close() throws IOException
    {
        if (this.sorted != null) {
            this.sorted.close();
        }
        Files.deleteIfExists(this.folder.resolve(SORTED));
        for (Path run : this.runs) {
            Files.deleteIfExists(run);
        }
    }

    /** Sorted temporary file. */
    private static final class Run implements Comparable<Run>, Closeable
    {
        private final DataInputStream in;

        private Fact head;

        Run(Path path) throws IOException
        {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        }

        boolean advance() throws IOException
        {
            try {
                long post = this.in.readLong();
                this.head = new Fact(post, Kind.values()[this.in.readInt()], this.in.readLong(), this.in.readInt(),
                    this.in.readInt());
                return true;
            } catch (EOFException e) {
                return false;
            }
        }

        @Override
        public int compareTo(Run other)
        {
            return this.head.compareTo(other.head);
        }

        @Override
        public void close() throws IOException
        {
            this.in.close();
        }
    }
}
