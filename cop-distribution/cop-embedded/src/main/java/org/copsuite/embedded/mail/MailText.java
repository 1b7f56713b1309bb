/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

import org.copsuite.PlainText;
import org.copsuite.embedded.store.Account;
import org.copsuite.wiki.MailMessage;

/** Converts a letter to a MIME message with a plain text and an HTML part. */
final class MailText
{
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailText()
    {
    }

    static MimeMessage of(Session session, MailMessage letter, Account to, String from,
        String wiki) throws MessagingException
    {
        MimeMessage message = new SentMessage(session, from);
        try {
            message.setFrom(new InternetAddress(from, PlainText.line(wiki), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is missing, which every Java platform has.", e);
        }
        message.setRecipient(RecipientType.TO, new InternetAddress(to.email(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        // Prevents automatic replies such as absence notes.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", '<' + letter.unsubscribe() + '>');
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.plain(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<!DOCTYPE html>\n<html lang=\"" + to.locale().toLanguageTag() + "\"><head><meta charset=\"utf-8\">"
            + "</head><body>\n" + letter.html().value() + "\n</body></html>\n", UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /**
     * A message with an id in the domain of the sender; by default the mail library uses the names of this machine and
     * its user.
     */
    private static final class SentMessage extends MimeMessage
    {
        private final String domain;

        SentMessage(Session session, String from)
        {
            super(session);
            this.domain = from.substring(from.lastIndexOf('@') + 1);
        }

        @Override
        protected void updateMessageID() throws MessagingException
        {
            setHeader("Message-ID", '<' + UUID.randomUUID().toString() + '@' + this.domain + '>');
        }
    }
}
