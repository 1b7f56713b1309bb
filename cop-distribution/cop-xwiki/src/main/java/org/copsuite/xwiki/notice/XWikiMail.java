/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.mail.MailListener;
import org.xwiki.mail.MailSender;
import org.xwiki.mail.MailSenderConfiguration;
import org.xwiki.mail.SessionFactory;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Sends mail through XWiki: with the server from its administration, its queue and its list of sent mails. A mail
 * counts as sent when XWiki has queued it.
 */
@Component
@Singleton
public class XWikiMail implements Mail
{
    private static final LocalDocumentReference USERS = new LocalDocumentReference(Names.SYSTEM, "XWikiUsers");

    private static final String UTF_8 = "UTF-8";

    @Inject
    private Provider<MailSender> sender;

    @Inject
    private Provider<MailSenderConfiguration> configuration;

    @Inject
    private Provider<SessionFactory> sessions;

    @Inject
    @Named("database")
    private Provider<MailListener> listeners;

    @Inject
    private Provider<People> people;

    @Inject
    private WikiContext wiki;

    @Inject
    private Logger logger;

    @Override
    public boolean reaches(UserId person)
    {
        return address(person).isPresent();
    }

    private Optional<InternetAddress> address(UserId person)
    {
        return this.people.get().find(person).filter(Person::active).flatMap(found -> Names.profile(person))
            .flatMap(profile -> this.wiki.in(profile.wiki(), "Reading a mail address", context -> {
                XWikiDocument document = context.getWiki().getDocument(Names.reference(profile), context);
                return Optional.ofNullable(document.getXObject(USERS)).flatMap(XWikiMail::addressOf);
            }));
    }

    private static Optional<InternetAddress> addressOf(BaseObject account)
    {
        try {
            String email = account.getStringValue("email");
            return email.isBlank() ? Optional.empty() : Optional.of(new InternetAddress(email, true));
        } catch (AddressException e) {
            // No mail can be sent to a malformed address.
            return Optional.empty();
        }
    }

    @Override
    public void send(MailMessage mail) throws MailException
    {
        InternetAddress to = address(mail.to())
            .orElseThrow(() -> new MailException("The account is inactive or has no valid mail address."));
        WikiId id = Names.profile(mail.to()).orElseThrow().wiki();
        String failure = this.wiki.in(id, "Sending mail", context -> {
            try {
                Session session = this.sessions.get().create(Map.of());
                this.sender.get().sendAsynchronously(List.of(message(session, mail, to)), session,
                    this.listeners.get());
                return null;
            } catch (MessagingException e) {
                this.logger.debug("Failed to create a mail.", e);
                // The messages of the mail library contain addresses.
                return e.getClass().getSimpleName();
            }
        });
        if (failure != null) {
            throw new MailException("Failed to create the mail (" + failure + ").");
        }
    }

    private MimeMessage message(Session session, MailMessage mail, InternetAddress to) throws MessagingException
    {
        String from = this.configuration.get().getFromAddress();
        InternetAddress sender = from == null || from.isBlank() ? null : new InternetAddress(from);
        MimeMessage message = new SentMessage(session, sender);
        if (sender != null) {
            message.setFrom(sender);
        }
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(new Date());
        // Prevents automatic replies, such as out-of-office notes.
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", '<' + mail.unsubscribe() + '>');
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        // XWiki's list of sent mails shows this type.
        message.setHeader("X-MailType", "CoP Suite");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(mail.plain(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + mail.html().value()
            + "\n</body></html>\n", UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /**
     * A message whose id has the domain of the sender. The id of the mail library would contain the host and user name
     * of this machine.
     */
    private static final class SentMessage extends MimeMessage
    {
        private final InternetAddress sender;

        SentMessage(Session session, InternetAddress sender)
        {
            super(session);
            this.sender = sender;
        }

        @Override
        protected void updateMessageID() throws MessagingException
        {
            String address = this.sender == null ? "" : this.sender.getAddress();
            int at = address.lastIndexOf('@');
            if (at < 0) {
                super.updateMessageID();
            } else {
                setHeader("Message-ID", '<' + UUID.randomUUID().toString() + address.substring(at) + '>');
            }
        }
    }
}
