/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.Map;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.LinksContract;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.skinx.SkinExtension;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.webjars.WebJarsUrlFactory;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.web.XWikiRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** XWiki's URLs, which it makes absolute in REST. */
@ComponentTest
@ComponentList({XWikiLinks.class, MembersText.class, WikiContext.class})
class XWikiLinksTest extends LinksContract
{
    private FakePlatform platform;

    private SkinExtension styles;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Links links;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        WebJarsUrlFactory webjars = this.components.registerMockComponent(WebJarsUrlFactory.class);
        lenient().when(webjars.url(anyString(), anyString()))
            .thenAnswer(call -> "/xwiki/webjars/wiki%3Axwiki/cop-ui-webjar/1.0/" + call.getArgument(1));
        this.styles = this.components.registerMockComponent(SkinExtension.class, "linkx");
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.links = this.components.getInstance(Links.class);
    }

    @Override
    protected Links links()
    {
        return this.links;
    }

    private void onPage()
    {
        this.platform.context().setRequest(mock(XWikiRequest.class));
        this.platform.context().setDoc(new XWikiDocument(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "Main").home())));
    }

    @Test
    void usesNothingOutsideOfAPage()
    {
        this.links.use("cop.css");
        this.links.use("cop.js");

        verify(this.styles, never()).use(any(), any());
    }

    @Test
    void namesTheModuleBesideWhatNeedsIt()
    {
        onPage();
        assertThat(this.links.use("cop.css")).isEqualTo(Html.EMPTY);
        assertThat(this.links.use("cop.js").value()).isEqualTo("<script type=\"module\" "
            + "src=\"/xwiki/webjars/wiki%3Axwiki/cop-ui-webjar/1.0/cop.js\"></script>");

        verify(this.styles).use("/xwiki/webjars/wiki%3Axwiki/cop-ui-webjar/1.0/cop.css",
            Map.of("rel", "stylesheet", "type", "text/css"));
        verify(this.styles).use("/xwiki/webjars/wiki%3Axwiki/cop-ui-webjar/1.0/cop.js", Map.of("rel", "modulepreload"));
    }

    @Test
    void namesNoModuleWithinAMembersText() throws Exception
    {
        onPage();
        MembersText.Scope text = this.components.<MembersText>getInstance(MembersText.class).begin();
        try (text) {
            assertThat(this.links.use("cop.js")).isEqualTo(Html.EMPTY);
        }
        assertThat(this.links.use("cop.js")).isNotEqualTo(Html.EMPTY);
    }

    @Test
    void comesBackToThePageAfterSigningIn()
    {
        this.platform.context().setRequest(mock(XWikiRequest.class));
        this.platform.context().setDoc(new XWikiDocument(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "Main").home())));

        assertThat(this.links.signIn()).contains("XWikiLogin").contains("xredirect=%2Fxwiki%2Fbin%2Fview");
    }

    /** XWiki makes URLs absolute in REST, with the address that was asked. */
    @Test
    void shortensWhatRestMadeAbsolute()
    {
        XWikiRequest request = mock(XWikiRequest.class);
        when(request.getRequestURL()).thenReturn(new StringBuffer("https://wiki.example.org:8443/xwiki/rest/wikis"));
        this.platform.context().setRequest(request);
        this.platform.context().getWiki().setAddress("https://wiki.example.org:8443");

        assertThat(this.links.action(SpaceId.of(new WikiId("xwiki"), "Main").home(), "view", Map.of()))
            .startsWith("/xwiki/bin/view");
    }

    @Test
    void needsNoProperAddressOfARequest()
    {
        XWikiRequest request = mock(XWikiRequest.class);
        when(request.getRequestURL()).thenReturn(new StringBuffer("https://wiki.example.org/xwiki/bin/view/A|{B}/\"%"));
        this.platform.context().setRequest(request);
        this.platform.context().getWiki().setAddress("https://wiki.example.org");

        assertThat(this.links.action(SpaceId.of(new WikiId("xwiki"), "Main").home(), "view", Map.of()))
            .startsWith("/xwiki/bin/view");
    }

    @Test
    void showsTheHistoryAsXWikiDoes()
    {
        assertThat(this.links.action(SpaceId.of(new WikiId("xwiki"), "Main").home(), "history", Map.of()))
            .contains("/view/").endsWith("?viewer=history");
    }
}
