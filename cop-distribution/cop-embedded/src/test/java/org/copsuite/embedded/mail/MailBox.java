/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.mail.Header;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

/** Reads mails as a mail program does. */
public final class MailBox
{
    private MailBox()
    {
    }

    /**
     * Makes of a mail what a test looks at.
     *
     * @param <T> what that is
     */
    @FunctionalInterface
    public interface Maker<T>
    {
        T make(List<String> headers, String subject, String plain, String html, int recipients);
    }

    public static <T> List<T> read(Path outbox, String address, Maker<T> maker) throws IOException, MessagingException
    {
        List<T> mails = new ArrayList<>();
        if (Files.isDirectory(outbox)) {
            try (Stream<Path> files = Files.list(outbox)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".eml")).sorted().toList()) {
                    try (InputStream stream = Files.newInputStream(file)) {
                        MimeMessage message = new MimeMessage(Session.getInstance(System.getProperties()), stream);
                        if (Arrays.stream(message.getAllRecipients()).anyMatch(to -> to.toString().equals(address))) {
                            mails.add(read(message, maker));
                        }
                    }
                }
            }
        }
        return mails;
    }

    public static <T> T read(MimeMessage message, Maker<T> maker) throws IOException, MessagingException
    {
        List<String> headers = Collections.list(message.getAllHeaders()).stream().map(Header::getName)
            .map(name -> name.toLowerCase(Locale.ROOT)).toList();
        MimeMultipart parts = (MimeMultipart) message.getContent();
        return maker.make(headers, message.getSubject(), (String) parts.getBodyPart(0).getContent(),
            (String) parts.getBodyPart(1).getContent(), message.getAllRecipients().length);
    }
}
