/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.Locale;

import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.web.XWikiRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** What XWiki's context says of a request. */
@ComponentTest
@ComponentList({XWikiRequests.class, WikiContext.class})
class XWikiRequestsTest
{
    private FakePlatform platform;

    private CSRFToken tokens;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Requests requests;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.tokens = this.components.registerMockComponent(CSRFToken.class);
        LocalizationManager localization = this.components.registerMockComponent(LocalizationManager.class);
        lenient().when(localization.getDefaultLocale()).thenReturn(Locale.ENGLISH);
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.requests = this.components.getInstance(Requests.class);
    }

    private XWikiRequest request()
    {
        XWikiRequest request = mock(XWikiRequest.class);
        this.platform.context().setRequest(request);
        return request;
    }

    @Test
    void takesXWikisToken()
    {
        request();
        when(this.tokens.getToken()).thenReturn("abc");
        when(this.tokens.isTokenValid("abc")).thenReturn(true);

        assertThat(this.requests.token()).isEqualTo("abc");
        assertThat(this.requests.isTokenValid("abc")).isTrue();
        assertThat(this.requests.isTokenValid("abcd")).isFalse();
    }

    @Test
    void takesNoTokenForNone()
    {
        // Where an administrator has switched XWiki's check off, every token is valid there; none is not here.
        request();
        lenient().when(this.tokens.isTokenValid(org.mockito.ArgumentMatchers.any())).thenReturn(true);

        assertThat(this.requests.isTokenValid(null)).isFalse();
        assertThat(this.requests.isTokenValid("")).isFalse();
    }

    @Test
    void tellsWhatIsAskedFor()
    {
        XWikiRequest request = request();
        when(request.getParameter("color")).thenReturn("r&d");
        this.platform.context().setLocale(Locale.FRENCH);
        this.platform.context().setDoc(new XWikiDocument(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "Main").home())));
        this.platform.context().setWikiId("garden");

        assertThat(this.requests.wiki()).isEqualTo(new WikiId("garden"));
        assertThat(this.requests.locale()).isEqualTo(Locale.FRENCH);
        assertThat(this.requests.page()).contains(SpaceId.of(new WikiId("xwiki"), "Main").home());
        assertThat(this.requests.parameter("color")).contains("r&d");
        assertThat(this.requests.parameter("none")).isEmpty();
    }

    @Test
    void tellsWhoAnswersForThePage()
    {
        assertThat(this.requests.author()).as("outside of a request").isEmpty();
        request();
        this.platform.context().setUserReference(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "XWiki").page("Reader")));
        assertThat(this.requests.author()).as("in REST there is no page").isEmpty();

        this.platform.context().setDoc(new XWikiDocument(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "Main").home())));
        assertThat(this.requests.author()).as("a guest wrote it").contains(UserId.GUEST);
        this.platform.context().setAuthorReference(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "XWiki").page("Writer")));
        assertThat(this.requests.author()).contains(new UserId("xwiki:XWiki.Writer"));
    }

    @Test
    void knowsAVisitorAgain()
    {
        XWikiRequest request = request();
        lenient().when(request.getRemoteAddr()).thenReturn("192.0.2.7");
        String first = this.requests.visitor();

        assertThat(this.requests.visitor()).isEqualTo(first).isNotEmpty().doesNotContain("192");
        when(request.getRemoteAddr()).thenReturn("192.0.2.8");
        assertThat(this.requests.visitor()).isNotEqualTo(first);
    }

    @Test
    void hasDefaultsOutsideOfARequest()
    {
        assertThat(this.requests.wiki()).isEqualTo(new WikiId("xwiki"));
        assertThat(this.requests.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(this.requests.page()).isEmpty();
        assertThat(this.requests.parameter("color")).isEmpty();
        assertThat(this.requests.isTokenValid("abc")).isFalse();
        assertThat(this.requests.visitor()).isEmpty();
    }
}
