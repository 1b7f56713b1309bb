/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.mail.internet.MimeMessage;

import org.copsuite.embedded.mail.MailBox;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailContract;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Mail over a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpMailTest extends MailContract
{
    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Path data;

    private Ports ports;

    /** The same one after the server was away. */
    private static int freePort()
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception
    {
        this.data = folder;
        this.server.setUser("cop", "geheim+1");
        this.server.start();
        System.setProperty("cop.smtp", "smtp://cop:geheim%2B1@127.0.0.1:" + this.server.getSmtp().getPort()
            + "?from=wiki@example.org");
        try {
            this.ports = new Ports(folder, "jdbc:hsqldb:mem:" + UUID.randomUUID());
            // Made now, while the property names the server.
            assertThat(this.ports.get(Mail.class).reaches(this.ports.alice())).isTrue();
        } finally {
            System.clearProperty("cop.smtp");
        }
    }

    @AfterAll
    void stop()
    {
        this.ports.close();
        this.server.stop();
    }

    @Override
    protected Mail mail()
    {
        return this.ports.get(Mail.class);
    }

    @Override
    protected UserId alice()
    {
        return this.ports.alice();
    }

    @Override
    protected UserId bob()
    {
        return this.ports.bob();
    }

    @Override
    protected UserId inactive()
    {
        return this.ports.inactive();
    }

    @Override
    protected List<Received> received(UserId person) throws Exception
    {
        List<Received> received = new ArrayList<>();
        for (MimeMessage message : this.server.getReceivedMessages()) {
            received.add(MailBox.read(message, Received::new));
        }
        return received;
    }

    @Test
    void theIdIsOfTheSendersDomainAndOneClickEndsMails() throws Exception
    {
        String end = "https://wiki.example.org/rest/wikis/xwiki/cop/notices/unsubscribing/" + "a".repeat(120) + ".b-_";
        mail().send(new MailMessage(alice(), "Hello", "Hello", new Html("<p>Hello</p>"), end));
        mail().send(new MailMessage(alice(), "Hello", "Hello", new Html("<p>Hello</p>")));

        MimeMessage[] messages = this.server.getReceivedMessages();
        MimeMessage last = messages[messages.length - 1];
        MimeMessage first = messages[messages.length - 2];
        assertThat(first.getMessageID()).matches("<[0-9a-f-]{36}@example\\.org>").isNotEqualTo(last.getMessageID());
        assertThat(first.getHeader("List-Unsubscribe")).containsExactly('<' + end + '>');
        assertThat(first.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(last.getHeader("List-Unsubscribe")).isNull();
        assertThat(last.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void comesFromTheNamedSenderAndLeavesNoFile() throws Exception
    {
        mail().send(new MailMessage(alice(), "Hello", "Hello", new Html("<p>Hello</p>")));

        MimeMessage[] messages = this.server.getReceivedMessages();
        assertThat(messages[messages.length - 1].getFrom()[0].toString()).contains("wiki@example.org");
        assertThat(messages[messages.length - 1].getAllRecipients()[0]).hasToString("alice@example.org");
        assertThat(this.data.resolve("outbox")).doesNotExist();
        assertThat(Files.exists(this.data)).isTrue();
    }

    @Test
    void saysThatTheServerIsAwayAndNamesNobody()
    {
        this.server.stop();
        try {
            assertThatThrownBy(() -> mail().send(new MailMessage(alice(), "Hello", "Hello", new Html("<p>Hello</p>"))))
                .isInstanceOf(MailException.class).hasMessageContaining("127.0.0.1").hasMessageNotContaining("@")
                .hasMessageNotContaining("geheim");
        } finally {
            this.server.start();
            this.server.setUser("cop", "geheim+1");
        }
    }
}
