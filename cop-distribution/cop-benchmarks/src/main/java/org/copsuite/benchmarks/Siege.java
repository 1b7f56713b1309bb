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

/** A running wiki under attack: what an attack needs, and the end of it. For any number of threads. */
final class Siege implements AutoCloseable
{
    /** Where the suite's resources are. */
    static final String REST = "/rest/wikis/xwiki/cop";

    private static final int TIMEOUT = 60_000;

    private static final int WINDOW = 4096;

    private final URI uri;

    private final List<Voters.Voter> members;

    private final UUID community;

    private final UUID question;

    private final long end;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    Siege(URI uri, List<Voters.Voter> members, UUID community, UUID question, int seconds)
    {
        this.uri = uri;
        this.members = members;
        this.community = community;
        this.question = question;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Something that one thread does again and again. */
    @FunctionalInterface
    interface Act
    {
        /**
         * @param number which thread does it
         * @throws IOException if the wiki hung up: the thread goes on with the next act
         */
        void run(int number) throws IOException;
    }

    boolean goesOn()
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

    /** @return a client of a member, {@code null} for a guest */
    LeanClient client(Voters.Voter member)
    {
        return new LeanClient(this.uri, member == null ? null : member.cookie());
    }

    /** @return a client of a guest with a cookie */
    LeanClient guest(String cookie)
    {
        return new LeanClient(this.uri, cookie);
    }

    /** Lets some threads do something until the end. */
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
                throw new IllegalStateException("An attack does not work.", e.getCause());
            }
        }
    }

    private void loop(Act act, int number)
    {
        while (goesOn()) {
            try {
                act.run(number);
            } catch (WrongResultException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // The wiki hung up or answered with a refusal: that is its right. A pause keeps the attack from spinning.
                pause(20);
            }
        }
    }

    /** Waits, but not beyond the end. */
    void pause(int milliseconds)
    {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0,
                Math.min(TimeUnit.MILLISECONDS.toNanos(milliseconds), this.end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens a connection, with a small window for what comes back, and sends a text. It is closed at the end. */
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

    /** Sends a whole request by hand and reads its answer to the end, which the request asks the wiki to close. */
    void exchange(String request) throws IOException
    {
        try (Socket socket = open(request)) {
            byte[] buffer = new byte[WINDOW];
            while (goesOn() && socket.getInputStream().read(buffer) >= 0) {
                // What it says does not matter.
                continue;
            }
        }
    }

    static void send(Socket socket, byte[] bytes) throws IOException
    {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a byte over each connection; those that the wiki has closed are forgotten. */
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

    /** The head of a request by hand, without the line that ends it. */
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

    /** Asks a question with a text; gives the address of its resource, whatever the wiki answered. */
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
