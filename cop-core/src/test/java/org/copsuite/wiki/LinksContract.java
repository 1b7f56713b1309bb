/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** The contract of {@link Links}, tested on every binding. */
public abstract class LinksContract
{
    /** A page whose names contain characters with a special meaning in URLs and HTML. */
    private static final PageId HARD = SpaceId.of(new WikiId("xwiki"), "A/B", "\"c\" <d>", "100%").page("\u00DC ?#&.e");

    /** @return the binding under test */
    protected abstract Links links();

    private static void checkUrl(String url)
    {
        assertThat(URI.create(url).toString()).isEqualTo(url);
        assertThat(url).startsWith("/").doesNotStartWith("//").doesNotContain("\"").doesNotContain("<")
            .doesNotContain(" ");
    }

    @Test
    void linksToPages()
    {
        String plain = links().view(SpaceId.of(new WikiId("xwiki"), "Main").home());
        checkUrl(plain);
        assertThat(plain).contains("Main");
        checkUrl(links().view(HARD));
        assertThat(links().view(HARD)).isNotEqualTo(plain).doesNotContain("#").doesNotContain("?");
    }

    @Test
    void linksToActions()
    {
        Map<String, String> query = new TreeMap<>(Map.of("a", "x&y=z#?", "b", "\u00FC \"<"));
        String url = links().action(SpaceId.of(new WikiId("xwiki"), "Main").home(), "edit", query);
        checkUrl(url);
        assertThat(url).contains("edit");
        String decoded = URI.create(url).getQuery().replace('+', ' ');
        assertThat(URI.create(url).getRawQuery().split("&")).hasSize(2);
        assertThat(decoded).contains("a=x&y=z#?").contains("b=\u00FC \"<");
    }

    @Test
    void linksToRest()
    {
        String url = links().rest(new WikiId("xwiki"), "/questions/7/answers");
        checkUrl(url);
        assertThat(url).endsWith("/wikis/xwiki/cop/questions/7/answers");
    }

    @Test
    void linksToResources()
    {
        checkUrl(links().resource("cop.css"));
        assertThat(links().resource("cop.css")).contains("cop.css").isNotEqualTo(links().resource("cop.js"));
    }

    @Test
    void linksToSigningIn()
    {
        checkUrl(links().signIn());
    }

    @Test
    void makesUrlsAbsolute()
    {
        assertThat(links().absolute("/a?b=c")).matches("https?://[^/]+/a\\?b=c");
    }

    @Test
    void takesARequirementOutsideOfAPage()
    {
        assertThat(links().use("cop.css")).isEqualTo(Html.EMPTY);
        assertThat(links().use("cop.js")).isEqualTo(Html.EMPTY);
        checkUrl(links().resource("cop.js"));
    }
}
