/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class AtomFeedTest
{
    private static final String HOSTILE = "a\u0000b\u202e\uffff<script>alert(1)</script>]]>&\"'";

    @Test
    void hostileTextsStayTexts() throws Exception
    {
        Document feed = parse(List.of(question(HOSTILE)));
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent())
            .isEqualTo("ab<script>alert(1)</script>]]>&\"'");
        assertThat(feed.getElementsByTagName("link").item(0).getAttributes().getNamedItem("rel").getNodeValue())
            .isEqualTo("self");
        assertThat(feed.getElementsByTagName("link").item(0).getAttributes().getNamedItem("href").getNodeValue())
            .isEqualTo("http://wiki/rest/feeds?a=1&b=\"2\"");
        assertThat(feed.getElementsByTagName("link").item(1).getAttributes().getNamedItem("href").getNodeValue())
            .isEqualTo("http://wiki/q?a=1&b=\"2\"");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception
    {
        Document feed = parse(List.of());
        assertThat(feed.getDocumentElement().getTagName()).isEqualTo("feed");
        assertThat(feed.getElementsByTagName("entry").getLength()).isZero();
    }

    private static Document parse(List<QuestionSummary> questions) throws Exception
    {
        Links links = mock(Links.class);
        when(links.view(any())).thenReturn("/q?a=1&b=\"2\"");
        when(links.absolute(any())).thenAnswer(call -> "http://wiki" + call.getArgument(0));
        String xml = new AtomFeed(links).write("Questions", "all", "http://wiki/rest/feeds?a=1&b=\"2\"", questions);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static QuestionSummary question(String text)
    {
        Person author = new Person(new UserId("x"), text, null, null, Locale.ENGLISH, ZoneOffset.UTC, true);
        return new QuestionSummary(new PostId(new UUID(1, 1)), SpaceId.of(new WikiId("xwiki"), "A").home(),
            new CommunityId(new UUID(2, 2)), "Care",
            text, text, List.of("care"), author, Instant.EPOCH, Instant.EPOCH, 0, 0, false, false, 0, 0);
    }
}
