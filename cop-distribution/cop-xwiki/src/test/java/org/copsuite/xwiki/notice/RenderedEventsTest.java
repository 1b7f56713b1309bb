/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.net.URL;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeLines;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.person.Persons;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.annotation.ComponentDeclaration;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.eventstream.Event;
import org.xwiki.icon.IconManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.notifications.CompositeEvent;
import org.xwiki.notifications.notifiers.NotificationDisplayer;
import org.xwiki.rendering.block.RawBlock;

/** What XWiki's notifications and mails say of the suite's events, whatever members write. */
class RenderedEventsTest
{
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private static final String ANNA = "xwiki:XWiki.anna";

    private static final DocumentReference BERT = new DocumentReference("xwiki", List.of("XWiki"), "bert");

    private static final DocumentReference PAGE = new DocumentReference("xwiki", List.of("Care"), "Why");

    private static final String END = "https://wiki.example.org/copsuite/xwiki/notices/unsubscribing/a\"<b";

    private final EmbeddableComponentManager components = new EmbeddableComponentManager();

    private final Properties messages = new Properties();

    private NotificationDisplayer displayer;

    private CopEmailRenderer mails;

    static List<String> types()
    {
        return ContributedComponents.of(NoticeType.class).stream().map(type -> CopEvent.type(type.name())).toList();
    }

    private <T> T register(Class<T> role, T component) throws Exception
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        this.components.registerComponent(descriptor, component);
        return component;
    }

    private <T> T mocked(Class<T> role) throws Exception
    {
        return register(role, mock(role));
    }

    @BeforeEach
    void start() throws Exception
    {
        for (URL url : Collections.list(getClass().getClassLoader().getResources("ApplicationResources.properties"))) {
            try (InputStream stream = url.openStream()) {
                this.messages.load(stream);
            }
        }
        new ComponentAnnotationLoader().initialize(this.components, getClass().getClassLoader(),
            Stream.of(CopDisplayer.class, CopEmailRenderer.class, EventLines.class, NoticeLines.class, Printer.class,
                DefaultTemplates.class, MemberTexts.class).map(Class::getName).map(ComponentDeclaration::new).toList());
        for (NoticeType type : ContributedComponents.of(NoticeType.class)) {
            DefaultComponentDescriptor<NoticeType> descriptor = new DefaultComponentDescriptor<>();
            descriptor.setRoleType(NoticeType.class);
            descriptor.setRoleHint(type.name());
            this.components.registerComponent(descriptor, type);
        }
        register(Texts.class, (locale, key, arguments) -> locale.getLanguage() + ':' + (arguments.length == 0
            ? this.messages.getProperty(key, key)
            : new MessageFormat(this.messages.getProperty(key), locale).format(arguments)));
        Requests requests = mocked(Requests.class);
        when(requests.locale()).thenReturn(Locale.FRENCH);
        when(requests.wiki()).thenReturn(new WikiId("xwiki"));
        Links links = mocked(Links.class);
        when(links.view(any())).thenAnswer(call -> "/view/" + call.getArgument(0) + "?a=b&c=d");
        when(links.action(any(), anyString(), any())).thenAnswer(
            call -> "/view/" + call.getArgument(0) + "?" + call.<Map<String, String>>getArgument(2).get("cop-show"));
        when(links.absolute(anyString())).thenAnswer(call -> "https://wiki.example.org" + call.getArgument(0));
        when(mocked(UnsubscribeTokens.class).address(new WikiId("xwiki"), new UserId(ANNA))).thenReturn(END);
        when(mocked(IconManager.class).renderHTML(anyString()))
            .thenAnswer(call -> "<span class=\"fa fa-" + call.getArgument(0) + "\"></span>");
        People people = mocked(People.class);
        when(people.current()).thenReturn(new UserId(ANNA));
        Person anna = person("Anna");
        when(people.find(new UserId(ANNA))).thenReturn(Optional.of(anna));
        mocked(Persons.class);
        mocked(Editor.class);
        mocked(Markup.class);
        mocked(PageSynchroniser.class);
        this.displayer = this.components.getInstance(NotificationDisplayer.class, "copsuite");
        this.mails = this.components.getInstance(CopEmailRenderer.class);
    }

    @AfterEach
    void stop()
    {
        this.components.dispose();
    }

    private static Person person(String name)
    {
        return new Person(new UserId(ANNA), name, null, null, Locale.GERMAN, ZoneOffset.UTC, true);
    }

    private CompositeEvent event(String type, String name, String title, String anchor) throws Exception
    {
        Person bert = person(name);
        when(this.components.<Persons>getInstance(Persons.class).find(Set.of(new UserId("xwiki:XWiki.bert"))))
            .thenReturn(Map.of(new UserId("xwiki:XWiki.bert"), bert));
        Event event = mock(Event.class);
        when(event.getType()).thenReturn(type);
        when(event.getUser()).thenReturn(BERT);
        when(event.getDocument()).thenReturn(PAGE);
        when(event.getDocumentTitle()).thenReturn(title);
        when(event.getParameters()).thenReturn(anchor.isEmpty() ? Map.of() : Map.of("anchor", anchor));
        CompositeEvent composite = mock(CompositeEvent.class);
        when(composite.getType()).thenReturn(type);
        when(composite.getDocument()).thenReturn(PAGE);
        when(composite.getEvents()).thenReturn(List.of(event, event));
        when(composite.getDates()).thenReturn(List.of(new Date(5), new Date(4)));
        return composite;
    }

    private String displayed(CompositeEvent event) throws Exception
    {
        return ((RawBlock) this.displayer.renderNotification(event)).getRawContent();
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysWhatHappenedInTheLanguageOfTheReader(String type) throws Exception
    {
        String words = new MessageFormat(this.messages.getProperty("cop.notice.letter." + type.substring(9)))
            .format(new Object[] {"Bert", "Why?"});
        CompositeEvent event = event(type, "Bert", "Why?", "cop-post-" + ID);

        Document shown = Jsoup.parseBodyFragment(displayed(event));
        assertThat(shown.select("p.notification-page a").eachText()).containsExactly("fr:" + words, "fr:" + words);
        assertThat(shown.select("p.notification-page a").attr("href"))
            .isEqualTo("/view/xwiki:Care.Why?" + ID + "#cop-post-" + ID);
        assertThat(shown.select(".notification-icon .fa-group")).hasSize(1);
        assertThat(shown.select("button.notification-event-read-button[disabled]")).hasSize(1);
        assertThat(shown.select(".notification-description time")).hasSize(1);

        Document mail = Jsoup.parseBodyFragment(this.mails.renderHTML(event, ANNA));
        assertThat(mail.select("li a").eachText()).containsExactly("de:" + words, "de:" + words);
        assertThat(mail.select("li a").attr("href"))
            .isEqualTo("https://wiki.example.org/view/xwiki:Care.Why?" + ID + "#cop-post-" + ID);
        assertThat(mail.select("p small a").attr("href")).isEqualTo(END);
        assertThat(this.mails.renderPlainText(event, ANNA)).startsWith("de:" + words
            + "\nhttps://wiki.example.org/view/xwiki:Care.Why?" + ID + "#cop-post-" + ID + "\n")
            .contains("de:Get no more of these mails\n" + END + "\n");
        assertThat(this.mails.generateEmailSubject(event, ANNA)).isEqualTo("de:" + words);
    }

    @Test
    void leadsToThePageAsAWhole() throws Exception
    {
        assertThat(displayed(event("copsuite.added", "Bert", "Care", "")))
            .contains("href=\"/view/xwiki:Care.Why?a=b&amp;c=d\"");
    }

    @Test
    void saysThanksForNothingInParticular() throws Exception
    {
        for (String none : new String[] {"", null}) {
            assertThat(this.mails.generateEmailSubject(event("copsuite.thanks", "Bert", none, ""), ANNA))
                .isEqualTo("de:Bert thanked you");
        }
    }

    @Test
    void hasNoLinkToUnsubscribeForNobody() throws Exception
    {
        CompositeEvent event = event("copsuite.answer", "Bert", "Why?", "");
        UserId guest = UserId.GUEST;
        when(this.components.<People>getInstance(People.class).find(guest)).thenReturn(Optional.empty());

        assertThat(this.mails.renderPlainText(event, guest.value())).doesNotContain("Get no more").contains("fr:");
        assertThat(this.mails.renderHTML(event, guest.value())).doesNotContain("<small>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "{{/html}}{{groovy}}x{{/groovy}}", "$cop.token ${services} #set($x = 1) #foreach",
        "\u202eright to left\u0000\u0007", "a\r\nBcc: everybody@example.org\r\n\r\nbody\u2028next", "{0} '{1}'"})
    void printsWhateverMembersWrite(String hostile) throws Exception
    {
        for (String type : types()) {
            CompositeEvent plain = event(type, "plain", "plain", "cop-post-" + ID);
            long shown = elements(displayed(plain));
            long mailed = elements(this.mails.renderHTML(plain, ANNA));
            CompositeEvent event = event(type, hostile, hostile, "cop-post-" + ID);
            assertThat(elements(displayed(event))).isEqualTo(shown);
            assertThat(elements(this.mails.renderHTML(event, ANNA))).isEqualTo(mailed);
            assertThat(displayed(event)).doesNotContain("<script", "<img", "\u202e", "\u0000");
            assertThat(this.mails.renderHTML(event, ANNA)).doesNotContain("<script", "<img", "\u202e", "\u0000");
            assertThat(this.mails.generateEmailSubject(event, ANNA)).doesNotContain("\r", "\n", "\u0000", "\u202e",
                "\u2028").isNotBlank();
            assertThat(this.mails.renderPlainText(event, ANNA).lines()).noneMatch(line -> line.startsWith("Bcc"));
        }
    }

    private static long elements(String html)
    {
        return html.chars().filter(c -> c == '<').count();
    }

    @Test
    void supportsEveryContributedType()
    {
        assertThat(this.displayer.getSupportedEvents()).containsExactlyInAnyOrderElementsOf(types())
            .contains("copsuite.question", "copsuite.answer", "copsuite.comment", "copsuite.accepted",
                "copsuite.thanks", "copsuite.added");
    }
}
