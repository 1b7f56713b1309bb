/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.copsuite.ledger.CommunityId;

/**
 * A running wiki under attack: its address, accounts, a question and the time at which the attack ends. Thread-safe.
 */
final class AttackTarget implements AutoCloseable
{
    /** The path of the suite's REST resources. */
    static final String REST = "/rest/wikis/xwiki/cop";

    private static final int TIMEOUT = 60_000;

    private static final int WINDOW = 4096;

    private final URI uri;

    private final List<Voters.Voter> members;

    private final CommunityId community;

    private final UUID question;

    private final long end;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    AttackTarget(URI uri, List<Voters.Voter> members, CommunityId community, UUID question, int seconds)
    {
        this.uri = uri;
        this.members = members;
        this.community = community;
        this.question = question;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** An act that one thread repeats. */
    @FunctionalInterface
    interface Act
    {
        /**
         * @param number the number of the thread, from 0
         * @throws IOException if the wiki closed the connection: the thread continues with the next act
         */
        void run(int number) throws IOException;
    }

    boolean isRunning()
    {
        return System.nanoTime() < this.end;
    }

    Voters.Voter member(int number)
    {
        return this.members.get(Math.floorMod(number, this.members.size()));
    }

    UUID question()
    {
        return this.question;
    }

    /**
     * @param member the member, {@code null} for a guest
     * @return a client with the member's session
     */
    LeanClient client(Voters.Voter member)
    {
        return new LeanClient(this.uri, member == null ? null : member.cookie());
    }

    /**
     * @param cookie the cookie
     * @return a client of a guest that sends the cookie
     */
    LeanClient guest(String cookie)
    {
        return new LeanClient(this.uri, cookie);
    }

    /** Repeats an act on a number of threads until the end of the attack. */
    void repeat(int threads, Act act) throws InterruptedException
    {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(pool.submit(() -> loop(act, number)));
        }
        pool.shutdown();
        if (!pool.awaitTermination(2L * TIMEOUT, TimeUnit.MILLISECONDS)) {
            pool.shutdownNow();
        }
        for (Future<?> thread : running) {
            try {
                thread.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof WrongResultException wrong) {
                    throw wrong;
                }
                throw new IllegalStateException("The attack itself failed.", e.getCause());
            }
        }
    }

    private void loop(Act act, int number)
    {
        while (isRunning()) {
            try {
                act.run(number);
            } catch (WrongResultException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // The wiki may close a connection or reject a request. The pause keeps the attack from spinning.
                pause(20);
            }
        }
    }

    /**
     * Sleeps, but not beyond the end of the attack.
     *
     * @param milliseconds the duration
     */
    void pause(int milliseconds)
    {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0,
                Math.min(TimeUnit.MILLISECONDS.toNanos(milliseconds), this.end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens a connection with a small receive window and sends a text. {@link #close()} closes the connection. */
    Socket open(String text) throws IOException
    {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(WINDOW);
        socket.setSoTimeout(TIMEOUT);
        socket.connect(new InetSocketAddress(this.uri.getHost(), this.uri.getPort()), TIMEOUT);
        this.sockets.add(socket);
        send(socket, text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /**
     * Sends a complete, hand-written request and reads the response up to the end of the connection. The request must
     * ask the wiki to close the connection.
     */
    void exchange(String request) throws IOException
    {
        try (Socket socket = open(request)) {
            byte[] buffer = new byte[WINDOW];
            while (isRunning() && socket.getInputStream().read(buffer) >= 0) {
                // The content does not matter.
                continue;
            }
        }
    }

    static void send(Socket socket, byte[] bytes) throws IOException
    {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends one byte over each connection and removes the connections that the wiki has closed. */
    static void drip(List<Socket> slow)
    {
        slow.removeIf(socket -> {
            try {
                send(socket, new byte[] {'x'});
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    /** @return the head of a hand-written request, without the empty line that ends it */
    String head(String method, String path, Voters.Voter member, String... headers)
    {
        StringBuilder head = new StringBuilder(method + ' ' + path + " HTTP/1.1\r\nHost: " + this.uri.getAuthority() + "\r\n");
        if (member != null) {
            head.append("Cookie: ").append(member.cookie()).append("\r\nCop-Form-Token: ").append(member.token())
                .append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /**
     * Asks a question.
     *
     * @return the path of the question's resource, whatever the wiki answered
     */
    String ask(LeanClient client, Voters.Voter member, String title, String body) throws IOException
    {
        UUID id = UUID.randomUUID();
        client.post(REST + "/questions", Map.of("id", id.toString(), "community", this.community.toString(), "title", title,
            "body", body, "tags", "abuse", "form_token", member.token()));
        return REST + "/questions/" + id;
    }

    @Override
    public void close() throws IOException
    {
        for (Socket socket : this.sockets) {
            socket.close();
        }
    }
}
