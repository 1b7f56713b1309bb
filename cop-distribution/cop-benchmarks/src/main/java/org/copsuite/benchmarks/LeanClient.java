/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An HTTP client with as little overhead as possible, since it shares the processors with the server that it measures:
 * it keeps one connection open and parses nothing beyond the headers. Not thread-safe.
 */
final class LeanClient implements AutoCloseable
{
    private static final int TIMEOUT = 60_000;

    private final URI server;

    private final String cookie;

    private Socket socket;

    private InputStream in;

    private OutputStream out;

    /**
     * @param server the address of the wiki
     * @param cookie the session cookie, {@code null} for a guest
     */
    LeanClient(URI server, String cookie)
    {
        this.server = server;
        this.cookie = cookie;
    }

    /**
     * A response.
     *
     * @param status the HTTP status
     * @param headers the headers by lower-case name, the last value of each
     * @param body the bytes of the body
     */
    record Answer(int status, Map<String, String> headers, byte[] body)
    {
        String text()
        {
            return new String(this.body, StandardCharsets.UTF_8);
        }

        Answer expect(int wanted)
        {
            if (this.status != wanted) {
                throw new IllegalStateException("The server answered " + this.status + " instead of " + wanted + ": "
                    + text().substring(0, Math.min(500, text().length())));
            }
            return this;
        }
    }

    Answer get(String path) throws IOException
    {
        return send("GET", path, "text/html", null, null);
    }

    Answer json(String path) throws IOException
    {
        return send("GET", path, "application/json", null, null);
    }

    Answer post(String path, Map<String, String> form) throws IOException
    {
        return send("POST", path, "application/json", form.entrySet().stream()
            .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")), null);
    }

    Answer delete(String path, String token) throws IOException
    {
        return send("DELETE", path, "application/json", null, token);
    }

    private Answer send(String method, String path, String accept, String form, String token) throws IOException
    {
        byte[] body = form == null ? new byte[0] : form.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ")
            .append(this.server.getAuthority()).append("\r\nAccept: ").append(accept).append("\r\n");
        if (this.cookie != null) {
            head.append("Cookie: ").append(this.cookie).append("\r\n");
        }
        if (token != null) {
            head.append("Cop-Form-Token: ").append(token).append("\r\n");
        }
        if (form != null) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ").append(body.length)
                .append("\r\n");
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        try {
            connect();
            byte[] all = new byte[bytes.length + body.length];
            System.arraycopy(bytes, 0, all, 0, bytes.length);
            System.arraycopy(body, 0, all, bytes.length, body.length);
            this.out.write(all);
            this.out.flush();
            return receive();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException
    {
        if (this.socket == null) {
            this.socket = new Socket();
            this.socket.setTcpNoDelay(true);
            this.socket.setSoTimeout(TIMEOUT);
            this.socket.connect(new InetSocketAddress(this.server.getHost(), this.server.getPort()), TIMEOUT);
            this.in = new BufferedInputStream(this.socket.getInputStream(), 1 << 15);
            this.out = this.socket.getOutputStream();
        }
    }

    private Answer receive() throws IOException
    {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        byte[] body;
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            body = chunks();
        } else if (status == 204 || status == 304) {
            body = new byte[0];
        } else {
            body = exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private byte[] chunks() throws IOException
    {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 15);
        int length = Integer.parseInt(line().split(";")[0].strip(), 16);
        while (length > 0) {
            body.write(exactly(length));
            line();
            length = Integer.parseInt(line().split(";")[0].strip(), 16);
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException
    {
        byte[] bytes = this.in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection.");
        }
        return bytes;
    }

    private String line() throws IOException
    {
        StringBuilder line = new StringBuilder();
        int c = this.in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = this.in.read();
        }
        return line.toString();
    }

    @Override
    public void close()
    {
        if (this.socket != null) {
            try {
                this.socket.close();
            } catch (IOException e) {
                // The connection is abandoned either way.
                this.in = null;
            }
            this.socket = null;
        }
    }
}
