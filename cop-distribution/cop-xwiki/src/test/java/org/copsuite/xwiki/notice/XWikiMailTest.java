/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.lenient;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import javax.inject.Named;
import javax.mail.Header;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailContract;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.xwiki.mail.MailListener;
import org.xwiki.mail.MailSender;
import org.xwiki.mail.MailSenderConfiguration;
import org.xwiki.mail.SessionFactory;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/** Mail through XWiki's queue. */
@ComponentTest
@ComponentList(WikiContext.class)
class XWikiMailTest extends MailContract
{
    private final List<MimeMessage> queued = new ArrayList<>();

    private FakePlatform platform;

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private MailSender sender;

    @MockComponent
    private MailSenderConfiguration configuration;

    @MockComponent
    private SessionFactory sessions;

    @MockComponent
    @Named("database")
    private MailListener listener;

    @MockComponent
    private People people;

    @InjectMockComponents
    private XWikiMail mail;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
    }

    @BeforeEach
    void accounts() throws Exception
    {
        lenient().when(this.sessions.create(anyMap())).thenReturn(Session.getInstance(new Properties()));
        lenient().when(this.configuration.getFromAddress()).thenReturn("wiki@example.org");
        lenient().when(this.sender.sendAsynchronously(any(), any(), any())).thenAnswer(call -> {
            call.<Iterable<MimeMessage>>getArgument(0).forEach(this.queued::add);
            return null;
        });
        lenient().when(this.people.find(any(UserId.class))).thenReturn(Optional.empty());
        lenient().when(this.people.find(anyCollection())).thenReturn(Map.of());
        account(alice(), "alice@example.org", true);
        account(bob(), "", true);
        account(inactive(), "carol@example.org", false);
    }

    private void account(UserId user, String email, boolean active) throws Exception
    {
        lenient().when(this.people.find(user)).thenReturn(Optional.of(
            new Person(user, "Somebody", null, null, Locale.ENGLISH, ZoneOffset.UTC, active)));
        PageId profile = Names.profile(user).orElseThrow();
        XWikiDocument document = new XWikiDocument(Names.reference(profile));
        BaseObject object =
            document.newXObject(new LocalDocumentReference("XWiki", "XWikiUsers"), this.platform.context());
        object.setStringValue("email", email);
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
    }

    @Override
    protected Mail mail()
    {
        return this.mail;
    }

    @Override
    protected UserId alice()
    {
        return new UserId("xwiki:XWiki.alice");
    }

    @Override
    protected UserId bob()
    {
        return new UserId("xwiki:XWiki.bob");
    }

    @Override
    protected UserId inactive()
    {
        return new UserId("xwiki:XWiki.carol");
    }

    @Override
    protected List<Received> received(UserId person) throws Exception
    {
        List<Received> received = new ArrayList<>();
        for (MimeMessage message : this.queued) {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            received.add(new Received(Collections.list(message.getAllHeaders()).stream().map(Header::getName)
                .map(name -> name.toLowerCase(Locale.ROOT)).toList(), message.getSubject(),
                (String) parts.getBodyPart(0).getContent(), (String) parts.getBodyPart(1).getContent(),
                message.getAllRecipients().length));
        }
        return received;
    }
}
