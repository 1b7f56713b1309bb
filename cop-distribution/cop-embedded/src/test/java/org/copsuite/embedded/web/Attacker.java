/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who speaks HTTP by hand, over many connections that are closed together. */
final class Attacker implements AutoCloseable
{
    private final URI wiki;

    private final List<Socket> sockets = new ArrayList<>();

    Attacker(URI wiki)
    {
        this.wiki = wiki;
    }

    /** Opens a connection and sends the beginning of a request. */
    Socket open(String text)
    {
        try {
            Socket socket = new Socket(this.wiki.getHost(), this.wiki.getPort());
            socket.setSoTimeout(20_000);
            this.sockets.add(socket);
            send(socket, text);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean send(Socket socket, String text)
    {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            // The server has closed it.
            return false;
        }
    }

    /** Reads what the server says until it closes the connection or says nothing for a while. */
    static String answer(Socket socket)
    {
        return answer(socket, 20_000);
    }

    /** Waits for the beginning so many milliseconds. */
    static String answer(Socket socket, int patience)
    {
        StringBuilder text = new StringBuilder();
        try {
            socket.setSoTimeout(patience);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int count = in.read(buffer);
            while (count >= 0) {
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                socket.setSoTimeout(500);
                count = in.read(buffer);
            }
        } catch (IOException e) {
            text.append("");
        }
        return text.toString();
    }

    String request(String head)
    {
        return answer(open(head));
    }

    @Override
    public void close()
    {
        for (Socket socket : this.sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
