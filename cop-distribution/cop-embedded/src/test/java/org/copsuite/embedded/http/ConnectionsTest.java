/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest
{
    private static final int MAXIMUM = 3;

    private final List<Boolean> accepting = new ArrayList<>();

    private final Connections connections = new Connections(MAXIMUM, MAXIMUM, this.accepting::add);

    private final List<SocketChannel> channels = new ArrayList<>();

    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException
    {
        this.server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException
    {
        for (SocketChannel channel : this.channels) {
            channel.close();
        }
        this.server.close();
    }

    @Test
    void theConnectionThatIsSilentLongestMakesRoom() throws IOException
    {
        Connection asked = open("GET / HTTP/1.1\r\n");
        Connection silent = open("");
        Connection later = open("");
        Connection newest = open("");

        verify(silent.getEndPoint()).close();
        verify(asked.getEndPoint(), never()).close();
        verify(later.getEndPoint(), never()).close();
        verify(newest.getEndPoint(), never()).close();
        assertThat(this.connections.size()).isEqualTo(MAXIMUM);
        assertThat(this.accepting).isEmpty();
    }

    @Test
    void whileAllWaitForTheWikiNoNewOnesAreAccepted() throws IOException
    {
        List<Connection> all = List.of(open("GET /a"), open("GET /b"), open("GET /c"), open("GET /d"), open("GET /e"));

        for (Connection one : all) {
            verify(one.getEndPoint(), never()).close();
        }
        assertThat(this.accepting).as("paused once").containsExactly(false);
        this.connections.onClosed(all.get(0));
        this.connections.onClosed(all.get(1));
        assertThat(this.accepting).as("until one ends").containsExactly(false, true);
    }

    @Test
    void oneThatIsAnsweredIsNotSilent() throws IOException
    {
        Connection answered = open("");
        this.connections.onRequestBegin(request(answered));
        Connection silent = open("");
        open("");
        open("");
        verify(answered.getEndPoint(), never()).close();
        verify(silent.getEndPoint()).close();

        this.connections.onComplete(request(answered));
        open("");
        open("");
        open("");
        verify(answered.getEndPoint()).close();
    }

    @Test
    void looksAgainFromTimeToTime() throws IOException
    {
        for (int i = 0; i <= MAXIMUM; i++) {
            this.connections.onRequestBegin(request(open("")));
        }
        this.connections.sweep();
        assertThat(this.accepting).as("nothing ended, but what was answered may be silent").containsExactly(false, true);
    }

    private static Request request(Connection connection)
    {
        Request request = mock(Request.class);
        HttpChannel channel = mock(HttpChannel.class);
        when(request.getHttpChannel()).thenReturn(channel);
        EndPoint endPoint = connection.getEndPoint();
        when(channel.getEndPoint()).thenReturn(endPoint);
        return request;
    }

    /** Opens a connection whose client has sent that text, which nobody has read. */
    private Connection open(String sent) throws IOException
    {
        SocketChannel client = SocketChannel.open(this.server.getLocalAddress());
        SocketChannel accepted = this.server.accept();
        this.channels.addAll(List.of(client, accepted));
        client.write(ByteBuffer.wrap(sent.getBytes()));
        Awaitility.await().until(() -> accepted.socket().getInputStream().available() == sent.length());
        accepted.configureBlocking(false);
        EndPoint endPoint = mock(EndPoint.class);
        when(endPoint.getTransport()).thenReturn(accepted);
        when(endPoint.getRemoteSocketAddress()).thenReturn(accepted.getRemoteAddress());
        Connection connection = mock(Connection.class);
        when(connection.getEndPoint()).thenReturn(endPoint);
        this.connections.onOpened(connection);
        return connection;
    }
}
