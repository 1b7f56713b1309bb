/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;

import org.copsuite.CopException;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiContext.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.resource.ResourceReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.url.ExtendedURL;

/** The address in a mail ends mails for a POST without session, and asks for a GET. */
@ComponentTest
class UnsubscribingHandlerTest
{
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    private final ServletResponse response = mock(ServletResponse.class);

    @MockComponent
    private Container container;

    @MockComponent
    private UnsubscribeTokens unsubscribing;

    @MockComponent
    private NoticeFragments fragments;

    @MockComponent
    private Suite suite;

    @MockComponent
    private Wikis wikis;

    @MockComponent
    private WikiContext wiki;

    @InjectMockComponents
    private UnsubscribingHandler handler;

    @InjectMockComponents
    private SealedReferenceResolver resolver;

    @BeforeEach
    void respond() throws Exception
    {
        ServletRequest carrier = mock(ServletRequest.class);
        when(carrier.getHttpServletRequest()).thenReturn(this.request);
        when(this.container.getRequest()).thenReturn(carrier);
        when(this.container.getResponse()).thenReturn(this.response);
        when(this.response.getOutputStream()).thenReturn(this.sent);
        when(this.wikis.all()).thenReturn(List.of(new WikiId("xwiki")));
        when(this.wiki.in(any(), any(), any())).thenAnswer(call -> call.<Work<?, Exception>>getArgument(2).run(null));
        when(this.fragments.unsubscribe("good.token", false)).thenReturn(new Html("<form></form>"));
        when(this.fragments.unsubscribe("good.token", true)).thenReturn(new Html("<p>done \u00e9</p>"));
    }

    private void ask(String method, String path) throws Exception
    {
        when(this.request.getMethod()).thenReturn(method);
        ExtendedURL url = mock(ExtendedURL.class);
        when(url.getSegments()).thenReturn(Arrays.asList(path.split("/")));
        ResourceReference reference = this.resolver.resolve(url, SealedReference.TYPE, Map.of());
        assertThat(this.handler.getSupportedResourceReferences()).containsExactly(SealedReference.TYPE);
        this.handler.handle(reference, null);
    }

    @Test
    void aPostEndsMails() throws Exception
    {
        ask("POST", "xwiki/notices/unsubscribing/good.token");

        verify(this.unsubscribing).unsubscribe(new WikiId("xwiki"), "good.token");
        verify(this.response).setStatus(200);
        verify(this.response).setHeader("Cache-Control", "no-store");
        verify(this.response).setHeader("Referrer-Policy", "no-referrer");
        assertThat(this.sent.toString(StandardCharsets.UTF_8)).isEqualTo("<p>done \u00e9</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aGetOnlyAsks(String method) throws Exception
    {
        ask(method, "xwiki/notices/unsubscribing/good.token");

        verify(this.unsubscribing, never()).unsubscribe(any(), any());
        verify(this.unsubscribing).person(new WikiId("xwiki"), "good.token");
        verify(this.response).setStatus(200);
        assertThat(this.sent.toString(StandardCharsets.UTF_8)).isEqualTo("<form></form>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xwiki", "xwiki/notices/unsubscribing", "xwiki/notices/unsubscribing/good.token/more",
        "xwiki/notices/reading/good.token", "other/notices/unsubscribing/good.token"})
    void nothingElseIsThere(String path) throws Exception
    {
        ask("POST", path);

        verify(this.unsubscribing, never()).unsubscribe(any(), any());
        verify(this.response).setStatus(404);
        assertThat(this.sent.size()).isZero();
    }

    @Test
    void aForgedTokenAndASuiteThatIsOffAreNotThere() throws Exception
    {
        doThrow(CopException.notFound()).when(this.unsubscribing).unsubscribe(new WikiId("xwiki"), "bad.token");
        when(this.fragments.unknownUnsubscribeLink()).thenReturn(new Html("<p>unknown</p>"));
        ask("POST", "xwiki/notices/unsubscribing/bad.token");
        verify(this.response).setStatus(404);
        assertThat(this.sent.toString(StandardCharsets.UTF_8)).isEqualTo("<p>unknown</p>");

        doThrow(CopException.notFound()).when(this.suite).check(new WikiId("xwiki"));
        ask("POST", "xwiki/notices/unsubscribing/good.token");
        verify(this.unsubscribing, never()).unsubscribe(new WikiId("xwiki"), "good.token");
    }

    @Test
    void otherMethodsAreRefused() throws Exception
    {
        ask("PUT", "xwiki/notices/unsubscribing/good.token");

        verify(this.response).setStatus(405);
        verify(this.response).setHeader("Allow", "GET, HEAD, POST");
        verify(this.unsubscribing, never()).unsubscribe(any(), any());
    }
}
