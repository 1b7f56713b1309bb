/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.Settings;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Sends mail over the server in the environment variable {@code COP_SMTP} or the system property {@code cop.smtp}.
 * There is no option of the command line for it, because every user of the machine could read the password there.
 * Without a server each mail is written to a file in the folder {@code outbox} of the data folder.
 */
@Component
@Singleton
public class EmbeddedMail implements Mail, Initializable
{
    /** The system property with the URL of the server; it takes precedence over the environment variable. */
    static final String PROPERTY = "cop.smtp";

    private static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    @Inject
    private WikiOptions options;

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private Logger logger;

    private SmtpServer server;

    private Session session;

    @Override
    public void initialize()
    {
        String url = System.getProperty(PROPERTY, System.getenv("COP_SMTP"));
        this.server = url == null || url.isBlank() ? null : SmtpServer.parse(url);
        this.session = Session.getInstance(this.server == null ? new Properties() : this.server.properties());
        if (this.server != null) {
            this.logger.info("Sending mail over the server [{}].", this.server);
        }
    }

    @Override
    public boolean reaches(UserId person)
    {
        return this.accounts.find(person).filter(Account::active).filter(account -> isAddress(account.email()))
            .isPresent();
    }

    private static boolean isAddress(String text)
    {
        try {
            return !text.isBlank() && new InternetAddress(text, true).getAddress().contains("@");
        } catch (AddressException e) {
            // Old or imported accounts may have an invalid address, to which no mail can be sent.
            return false;
        }
    }

    @Override
    public void send(MailMessage letter) throws MailException
    {
        if (!reaches(letter.to())) {
            throw new MailException("Mail does not reach this account.");
        }
        Account to = this.accounts.find(letter.to()).orElseThrow();
        try {
            MimeMessage message = MailText.of(this.session, letter, to,
                this.server == null ? "wiki@localhost.localdomain" : this.server.from(),
                this.settings.get(Settings.WIKI_NAME).orElse("CoP Suite"));
            if (this.server == null) {
                keep(message);
            } else {
                transport(message);
            }
        } catch (MessagingException | IOException e) {
            this.logger.debug("Failed to send a mail; the sender gets the class of the failure only.", e);
            // Messages of the mail library contain addresses, so the exception names only the class of the failure.
            throw new MailException((this.server == null ? "Failed to write to the folder outbox"
                : "The server " + this.server + " did not accept the mail")
                + " (" + e.getClass().getSimpleName() + ").");
        }
    }

    private void transport(MimeMessage message) throws MessagingException
    {
        try (Transport transport = this.session.getTransport(this.server.protocol())) {
            transport.connect(this.server.user(), this.server.password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    /** Writes the mail to a file whose name sorts by time. The file appears only when it is complete. */
    private void keep(MimeMessage message) throws MessagingException, IOException
    {
        Path outbox = Files.createDirectories(this.options.data().resolve("outbox"));
        Path file = outbox.resolve(STAMP.format(Instant.now()) + '-' + UUID.randomUUID() + ".eml");
        Path partial = outbox.resolve(file.getFileName() + ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(partial)) {
                message.writeTo(stream);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // If the disk is full, every retry would leave another partial file.
            Files.deleteIfExists(partial);
        }
    }
}
