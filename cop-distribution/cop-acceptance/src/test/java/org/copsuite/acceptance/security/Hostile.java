/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;

import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that try to run something or to break a page, and what no page may show of them. */
final class Hostile
{
    /** Set by whatever gets executed. */
    static final String CANARY = "copCanary";

    /** Each tries another way. */
    static final List<String> TEXTS = List.of(
        "<script>window." + CANARY + "=1</script>",
        "\"><img src=x onerror=\"window." + CANARY + "=2\">",
        "'><svg onload='window." + CANARY + "=3'>",
        "</textarea></title></style><script>window." + CANARY + "=4</script>",
        "{{html}}<script>window." + CANARY + "=5</script>{{/html}}",
        "{{/html}}{{html clean=false}}<img src=x onerror=window." + CANARY + "=6>{{/html}}",
        "(% onclick=\"window." + CANARY + "=7\" onmouseover=\"window." + CANARY + "=7\" %)(((boxed)))",
        "(% data-cop-load=\"/rest/wikis/xwiki/cop/questions\" class=\"cop-lazy cop-form\" data-cop-poll=\"/\" %)text",
        "(% style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:9999\" %)(((over all)))",
        "[[click>>javascript:window." + CANARY + "=8]] [[image:javascript:window." + CANARY + "=9]]",
        "[[click>>data:text/html,<script>window." + CANARY + "=10</script>]]",
        "{{velocity}}#set($x = 7 * 7)$x{{html}}<script>window." + CANARY + "=11</script>{{/html}}{{/velocity}}",
        "{{groovy}}println(7*7){{/groovy}} {{python}}print(7*7){{/python}} {{script language=\"groovy\"}}1{{/script}}",
        "$xwiki.class.forName('java.lang.Runtime') #set($a = $text) ${cop.token} $!{cop}",
        "}}} {{/code}} {{/cop-question}} {{/info}} ~{{cop-ask/}} ]] >> || ((( ))) )))",
        "{{include reference=\"XWiki.XWikiPreferences\"/}}{{display reference=\"Main.WebHome\"/}}",
        "{{cop-ask/}}{{cop-question/}}{{cop-my-contributions/}}{{cop-thanks/}}",
        "<form class=\"cop-form\" method=\"post\" action=\"/rest/wikis/xwiki/cop/recognition\"><input name=\"on\" "
            + "value=\"false\"><button id=\"fake\">Vote</button></form>",
        "{{html}}<div class=\"cop\"><form class=\"cop-form\" action=\"/rest/wikis/xwiki/cop/recognition\" "
            + "method=\"post\"><button>go</button></form></div>{{/html}}",
        "\u202Egnp.exe\u202C \u2066bidi\u2069 \uFEFF\u200B\u200F end",
        "before\u0000after \u0001\u0008\u000B\u001F \uD800 \uFFFE end",
        "<!-- --><![CDATA[ ]]> <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
        "${jndi:ldap://127.0.0.1:1/a} %s %n {0} {1} ' '' \\ \\u0000",
        "'; drop table cop_question; -- \" or 1=1",
        "<meta http-equiv=refresh content='0;url=/bin/logout'><base href='https://elsewhere.example/'>",
        "<iframe srcdoc=\"<script>parent." + CANARY + "=12</script>\"></iframe><object data=x></object>",
        "<style>body{display:none}</style><link rel=stylesheet href=//elsewhere.example/x.css>",
        "{{toc/}}{{footnote}}<b>{{/footnote}}{{id name=\"cop-ask\"/}}{{box}}{{/box}}{{error}}x{{/error}}",
        "|=<b>|=x\n|{{html}}<script>window." + CANARY + "=13</script>{{/html}}|(((\n= deep =\n)))\n");

    /** What is looked at: the whole page of the wiki started here; of another wiki what the suite prints. */
    private static final String PART = Site.isStartedHere() ? "html" : ".cop";

    private Hostile()
    {
    }

    private static String within(String css)
    {
        return PART + " :is(" + css + ")";
    }

    /** Says what no page may hold, whatever members write. */
    static void check(Document page, String where)
    {
        for (Element script : page.select(within("script"))) {
            assertThat(script.attr("src")).as("script at %s: %s", where, script).isNotBlank();
            assertThat(script.html()).as("script at %s", where).isBlank();
            assertThat(script.absUrl("src")).as("script at %s", where).contains("/resources/");
        }
        for (Element element : page.select(within("*"))) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().toLowerCase(java.util.Locale.ROOT);
                assertThat(name).as("%s at %s", element.cssSelector(), where).doesNotStartWith("on");
                if (List.of("href", "src", "action", "formaction", "data", "srcdoc", "xlink:href").contains(name)) {
                    String value = attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT);
                    assertThat(value).as("%s at %s", element.cssSelector(), where).doesNotStartWith("javascript:")
                        .doesNotStartWith("data:text").doesNotStartWith("vbscript:");
                }
            });
        }
        assertThat(page.select(within("iframe, object, embed, base, applet, meta[http-equiv=refresh]"))).as(where).isEmpty();
        assertThat(page.select(Site.isStartedHere() ? "body style, body link[href*=elsewhere]"
            : within("style, link[href*=elsewhere]"))).as(where).isEmpty();
        assertThat(page.select(".cop-text form, .cop-text input, .cop-text button, .cop-text textarea, .cop-text .cop"))
            .as("controls in members' text at %s", where).isEmpty();
        assertThat(page.select("html")).hasSize(1);
        assertThat(page.select("main, #mainContentArea, #contentcontainer")).as(where).isNotEmpty();
        assertThat(page.text()).as(where).doesNotContain("uid=0").doesNotContain("root:x:0");
    }
}
