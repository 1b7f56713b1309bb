/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.EditorContract;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.LinksContract;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.MarkupContract;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.RequestsContract;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ports that belong to a request do what the suite asks of any binding. */
@ExtendWith(RunningWiki.class)
class RequestPortsTest
{
    private final Site site;

    RequestPortsTest(Site site)
    {
        this.site = site;
    }

    @Nested
    class OfRequests extends RequestsContract
    {
        @Override
        protected Requests requests()
        {
            return RequestPortsTest.this.site.get(Requests.class);
        }

        @Override
        protected void inRequest(Work work) throws Exception
        {
            HttpServletRequest request = mock(HttpServletRequest.class);
            lenient().when(request.getMethod()).thenReturn("GET");
            lenient().when(request.getLocale()).thenReturn(Locale.FRENCH);
            lenient().when(request.getRequestURI()).thenReturn("/bin/view/Main/");
            lenient().when(request.getParameter("color")).thenReturn("r&d");
            lenient().when(request.getParameter("empty")).thenReturn("");
            Exchange exchange = Exchange.begin(request, mock(HttpServletResponse.class), null);
            try {
                exchange.setPage(SpaceId.of(new WikiId("xwiki"), "Main").home());
                work.run();
            } finally {
                Exchange.end();
            }
        }
    }

    @Test
    void tellsGuestsApartAndTellsNobodyWhoTheyAre()
    {
        String one = visitor("192.0.2.7", null, "Firefox");

        assertThat(one).hasSizeGreaterThan(20).doesNotContain("192").doesNotContain("Firefox");
        assertThat(visitor("192.0.2.7", null, "Firefox")).isEqualTo(one);
        assertThat(List.of(visitor("192.0.2.8", null, "Firefox"), visitor("192.0.2.7", null, "Chromium"),
            visitor("192.0.2.7", "198.51.100.1", "Firefox"), visitor("192.0.2.7", "198.51.100.2", "Firefox")))
            .doesNotContain(one).doesNotHaveDuplicates();
    }

    /** Formats and messages of each language stay in memory, so that a client cannot invent any number of them. */
    @Test
    void knowsTheLanguagesThatThereAreAndNoOthers()
    {
        assertThat(locale("en-GB")).isEqualTo(Locale.UK);
        assertThat(locale("fr-x-a1")).isEqualTo(Locale.FRENCH);
        assertThat(locale("qqq-x-a1")).isEqualTo(Locale.ENGLISH);
        assertThat(locale("x-a1")).isEqualTo(Locale.ENGLISH);
    }

    private Locale locale(String tag)
    {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getLocale()).thenReturn(Locale.forLanguageTag(tag));
        Exchange.begin(request, mock(HttpServletResponse.class), null);
        try {
            return this.site.get(Requests.class).locale();
        } finally {
            Exchange.end();
        }
    }

    private String visitor(String address, String forwarded, String agent)
    {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getRemoteAddr()).thenReturn(address);
        when(request.getHeader("X-Forwarded-For")).thenReturn(forwarded);
        when(request.getHeader("User-Agent")).thenReturn(agent);
        Exchange.begin(request, mock(HttpServletResponse.class), null);
        try {
            return this.site.get(Requests.class).visitor();
        } finally {
            Exchange.end();
        }
    }

    @Nested
    class OfLinks extends LinksContract
    {
        @Override
        protected Links links()
        {
            return RequestPortsTest.this.site.get(Links.class);
        }
    }

    @Nested
    class OfEditor extends EditorContract
    {
        @Override
        protected Editor editor()
        {
            return RequestPortsTest.this.site.get(Editor.class);
        }
    }

    @Nested
    class OfMarkup extends MarkupContract
    {
        @Override
        protected Markup markup()
        {
            return RequestPortsTest.this.site.get(Markup.class);
        }
    }
}
