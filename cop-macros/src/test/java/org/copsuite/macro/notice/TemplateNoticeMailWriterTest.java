/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;

import org.copsuite.macro.fragment.FragmentFixture;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Letters say what happened, and nothing that members write makes them anything else. */
@ComponentTest
@ComponentList({NoticeLines.class, DefaultTemplates.class, Printer.class, MemberTexts.class})
class TemplateNoticeMailWriterTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private TemplateNoticeMailWriter letters;

    private Samples samples;

    private List<NoticeView> told(String text) throws Exception
    {
        FragmentFixture fixture = new FragmentFixture(this.components, text);
        fixture.register(Samples.READER);
        this.samples = fixture.samples();
        People people = this.components.getInstance(People.class);
        when(this.components.<UnsubscribeTokens>registerMockComponent(UnsubscribeTokens.class).address(any(), any()))
            .thenReturn("https://wiki.example.org/rest/wikis/xwiki/cop/notices/unsubscribing/sealed.token");
        when(people.as(any(), any())).thenAnswer(call -> call.<People.Work<?, ?>>getArgument(1).run());
        return this.samples.notices().items();
    }

    @Test
    void saysOneThingInTheSubject() throws Exception
    {
        List<NoticeView> notices = told("Why?").stream().filter(notice -> notice.type().equals("ANSWER")).toList();
        MailMessage letter = this.letters.write(this.samples.person(), notices);

        assertThat(letter.to()).isEqualTo(this.samples.person().id());
        assertThat(letter.subject()).isEqualTo("Why? answered: Why?");
        assertThat(letter.plain()).startsWith("Hello Why?,\n\nWhy? answered: Why?\nhttps://wiki.example.org/bin/view/")
            .contains("#cop-post-" + Samples.ANSWER).contains("choose what you watch");
        assertThat(letter.unsubscribe()).startsWith("https://wiki.example.org/rest/")
            .endsWith("/notices/unsubscribing/sealed.token");
        assertThat(letter.plain()).endsWith(letter.unsubscribe());
        Document html = Jsoup.parseBodyFragment(letter.html().value());
        assertThat(html.select("li a").text()).isEqualTo("Why? answered: Why?");
        assertThat(html.select("a").eachAttr("href")).allMatch(url -> url.startsWith("https://wiki.example.org/"));
    }

    @Test
    void countsSeveral() throws Exception
    {
        List<NoticeView> notices = told("Why?");
        MailMessage letter = this.letters.write(this.samples.person(), notices);

        assertThat(letter.subject()).isEqualTo(notices.size() + " new notices");
        assertThat(Jsoup.parseBodyFragment(letter.html().value()).select("li")).hasSize(notices.size());
        assertThat(letter.plain()).contains("Why? thanked you\n").contains("Why? made you a member of: Why?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{/html}}{{groovy}}x",
        "$cop.token #set($x = 1) {0} '{1}'", "\u202eright to left\u0000", "a\r\nBcc: everybody@example.org\r\n\r\nbody"})
    void staysALetter(String text) throws Exception
    {
        List<NoticeView> notices = told(text);
        for (NoticeView notice : notices) {
            MailMessage letter = this.letters.write(this.samples.person(), List.of(notice));
            assertThat(letter.subject()).doesNotContain("\r", "\n", "\u0000", "\u202e").isNotBlank();
            Document html = Jsoup.parseBodyFragment(letter.html().value());
            assertThat(html.select("script, img, form, style, [onerror]")).isEmpty();
            assertThat(html.select("li")).hasSize(1);
            assertThat(html.select("a")).hasSize(3);
            assertThat(letter.plain()).doesNotContain("\u0000", "\r");
        }
    }
}
