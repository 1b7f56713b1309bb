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

    private static final int RESERVE = 1;

    /** The slow requests that may be ended. */
    private int slow;

    private final Connections connections = new Connections(MAXIMUM, MAXIMUM, RESERVE, (some, age) -> {
        this.candidates = this.endPoints.stream().filter(some).toList();
        return this.slow-- > 0;
    });

    private final List<EndPoint> endPoints = new ArrayList<>();

    /** The connections whose requests could be ended last. */
    private List<EndPoint> candidates = List.of();

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
        open("");
        Connection newest = open("");

        verify(silent.getEndPoint()).close();
        verify(asked.getEndPoint(), never()).close();
        verify(later.getEndPoint(), never()).close();
        verify(newest.getEndPoint(), never()).close();
        assertThat(this.connections.size()).isEqualTo(MAXIMUM + RESERVE);
    }

    @Test
    void theOneThatSendsMostMakesRoomWhileNoneIsSilent() throws IOException
    {
        Connection first = open("GET /a");
        Connection large = open("POST /b" + "x".repeat(40_000));
        Connection third = open("POST /c" + "x".repeat(20_000));
        Connection reader = open("GET /d");

        verify(large.getEndPoint()).close();
        for (Connection one : List.of(first, third, reader)) {
            verify(one.getEndPoint(), never()).close();
        }
        assertThat(this.connections.size()).isEqualTo(MAXIMUM);
    }

    @Test
    void aSlowRequestEndsWhileAllWaitForTheWiki() throws IOException
    {
        this.slow = 1;
        for (int i = 0; i < MAXIMUM + 1; i++) {
            verify(open("GET /a").getEndPoint(), never()).close();
        }
        assertThat(this.slow).isZero();
    }

    @Test
    void oneThatComesWhileAllWaitForTheWikiIsOfTheReserve() throws IOException
    {
        for (int i = 0; i < MAXIMUM + RESERVE; i++) {
            verify(open("GET /a").getEndPoint(), never()).close();
        }
        Connection further = open("GET /b");

        verify(further.getEndPoint()).close();
        assertThat(this.connections.size()).isEqualTo(MAXIMUM + RESERVE);
    }

    @Test
    void oneThatHasJustBeenOpenedIsNotReplacedWhileThereIsAReserve() throws IOException
    {
        open("GET /a");
        open("GET /b");
        Connection reader = open("");
        open("");
        verify(reader.getEndPoint(), never()).close();

        open("GET /c");
        verify(reader.getEndPoint()).close();
    }

    @Test
    void onlyRequestsOfTheAddressWithMostConnectionsEnd() throws IOException
    {
        this.slow = 1;
        Connection other = open("POST /a", "192.0.2.7");
        List<Connection> own = List.of(open("POST /b"), open("POST /c"));
        open("GET /d", "192.0.2.9");

        assertThat(this.candidates).containsExactlyElementsOf(own.stream().map(Connection::getEndPoint).toList())
            .doesNotContain(other.getEndPoint());
    }

    @Test
    void aSlowRequestEndsRatherThanAConnectionThatHasJustBeenOpened() throws IOException
    {
        this.slow = 1;
        open("GET /a");
        open("GET /b");
        Connection reader = open("");
        open("");

        verify(reader.getEndPoint(), never()).close();
        assertThat(this.slow).isZero();
    }

    @Test
    void anAddressThatHoldsAllConnectionsDoesNotLockOutOthers() throws IOException
    {
        for (int i = 0; i < MAXIMUM + RESERVE + 1; i++) {
            open("GET /a");
        }
        Connection other = open("GET /b", "192.0.2.7");

        verify(other.getEndPoint(), never()).close();
        assertThat(this.connections.size()).isEqualTo(MAXIMUM + RESERVE + 1);
    }

    @Test
    void oneThatIsAnsweredIsNotSilent() throws IOException
    {
        Connection answered = open("");
        this.connections.onRequestBegin(request(answered));
        Connection silent = open("");
        open("");
        open("");
        open("");
        verify(answered.getEndPoint(), never()).close();
        verify(silent.getEndPoint()).close();

        this.connections.onComplete(request(answered));
        open("");
        open("");
        open("");
        open("");
        verify(answered.getEndPoint()).close();
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
        return open(sent, "192.0.2.1");
    }

    private Connection open(String sent, String address) throws IOException
    {
        SocketChannel client = SocketChannel.open(this.server.getLocalAddress());
        SocketChannel accepted = this.server.accept();
        this.channels.addAll(List.of(client, accepted));
        client.write(ByteBuffer.wrap(sent.getBytes()));
        Awaitility.await().until(() -> accepted.socket().getInputStream().available() == sent.length());
        accepted.configureBlocking(false);
        EndPoint endPoint = mock(EndPoint.class);
        this.endPoints.add(endPoint);
        when(endPoint.getTransport()).thenReturn(accepted);
        when(endPoint.getRemoteSocketAddress()).thenReturn(new InetSocketAddress(address, 1));
        Connection connection = mock(Connection.class);
        when(connection.getEndPoint()).thenReturn(endPoint);
        this.connections.onOpened(connection);
        return connection;
    }
}
