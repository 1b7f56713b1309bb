/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.List;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** The embedded wiki's own editor: toolbar, preview, and the list of macros to insert. */
@BrowserTest
@DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "This editor is the embedded wiki's own")
class EditorTest
{
    private static final String FIELD = "#wiki-content";

    private static final String PREVIEW_TAB = ".wiki-editor-tabs [role=tab]:nth-child(2)";

    private static final String PANE = ".wiki-editor-preview";

    private static final String INSERT = ".wiki-insert[data-wiki-insert^='{{%s']";

    private static String newPage()
    {
        return "Sandbox/Editor" + Member.newId().substring(0, 8);
    }

    private static String value(Browser browser)
    {
        return browser.see(FIELD).getDomProperty("value");
    }

    private static void insert(Browser browser, String macro)
    {
        browser.clickInside(String.format(INSERT, macro));
    }

    @Test
    void aTextIsPreviewedWhileItIsWritten(Browser browser, Site site)
    {
        browser.as(site.admin()).open("/bin/edit/" + newPage());
        browser.fill(FIELD, "This is **important**.\n\n{{info}}\nRead this.\n{{/info}}\n\n{{{<img src=x onerror=alert(1)>}}}");

        browser.click(PREVIEW_TAB);

        browser.waitForText(PANE + " strong", "important");
        assertThat(browser.text(PANE)).contains("Read this.").contains("<img src=x onerror=alert(1)>");
        assertThat(browser.sees(PANE + " img[src=x], " + PANE + " script")).isFalse();
        assertThat(browser.sees(FIELD)).isFalse();
        assertThat(browser.see(PREVIEW_TAB).getDomAttribute("aria-selected")).isEqualTo("true");
        browser.press(Keys.ARROW_LEFT);
        assertThat(value(browser)).startsWith("This is **important**.");

        browser.run("document.querySelector(arguments[0]).value = '';", FIELD);
        browser.click(PREVIEW_TAB);
        browser.waitForText(PANE, "nothing to preview");
    }

    @Test
    void theToolbarWritesMarkup(Browser browser, Site site)
    {
        browser.as(site.admin()).open("/bin/edit/" + newPage());
        browser.fill(FIELD, "word");
        browser.run("document.querySelector(arguments[0]).select();", FIELD);

        browser.click(".wiki-editor-toolbar button[aria-label=Bold]");

        assertThat(value(browser)).isEqualTo("**word**");
    }

    @Test
    void theCodeButtonWrapsExactlyWhatIsSelected(Browser browser, Site site)
    {
        browser.as(site.admin()).open("/bin/edit/" + newPage());

        assertThat(code(browser, "Use |ls --all| here")).isEqualTo("Use ##{{{ls --all}}}## here");
        assertThat(code(browser, "Use| __init__ |here")).isEqualTo("Use##{{{ __init__ }}}##here");
        assertThat(code(browser, "a |f{x}| b")).isEqualTo("a ##{{{f{x}}}}## b");
        assertThat(code(browser, "a |x}}}~| b")).isEqualTo("a ##x~}~}~}~~## b");
        assertThat(code(browser, "a || b")).isEqualTo("a ##{{{}}}## b");
        assertThat(code(browser, "one |two\nthree| four")).isEqualTo("one \n{{code}}\ntwo\nthree\n{{/code}}\n four");
        assertThat(code(browser, "|a\nb|")).isEqualTo("{{code}}\na\nb\n{{/code}}");
        assertThat(code(browser, "|{{code}}a{{/code}}\n}}}|")).isEqualTo("{{{\n{{code}}a{{/code}}\n~}~}~}\n}}}");
        browser.click(PREVIEW_TAB);
        browser.waitForText(PANE + " pre", "{{code}}a{{/code}}\n}}}");
    }

    /** Presses the button with what stands between the bars as the selection. */
    private static String code(Browser browser, String text)
    {
        int from = text.indexOf('|');
        int to = text.lastIndexOf('|') - 1;
        browser.run("const f = document.querySelector(arguments[0]); f.value = arguments[1]; f.focus();"
            + "f.setSelectionRange(arguments[2], arguments[3]);", FIELD, text.replace("|", ""), from, to);
        browser.click(".wiki-editor-toolbar button:has(.fa-code)");
        return value(browser);
    }

    @Test
    void aMacroIsInsertedAndShown(Browser browser, Site site)
    {
        String page = newPage();
        browser.as(site.admin()).open("/bin/edit/" + page);
        browser.fill("#wiki-title", "Inserted macros");
        browser.fill(FIELD, "Above.\nBelow.");
        browser.run("const f = document.querySelector(arguments[0]); f.setSelectionRange(6, 6);", FIELD);

        insert(browser, "cop-tags");

        assertThat(value(browser)).isEqualTo("Above.\n\n{{cop-tags/}}\n\nBelow.");
        browser.run("const f = document.querySelector(arguments[0]); f.setSelectionRange(f.value.length, f.value.length);",
            FIELD);
        insert(browser, "cop-leaderboard");
        assertThat(value(browser)).isEqualTo("Above.\n\n{{cop-tags/}}\n\nBelow.\n\n{{cop-leaderboard/}}\n");

        browser.click(PREVIEW_TAB);
        browser.see(PANE + " .cop-tags-page");
        insert(browser, "info");
        browser.press("Typed at once.");
        assertThat(value(browser)).endsWith("{{cop-leaderboard/}}\n\n{{info}}\nTyped at once.\n{{/info}}\n");
        browser.click("form.wiki-form button[value=save]");
        browser.waitForUrl("/bin/view/");
        browser.see(".wiki-content .cop-tags-page");
        browser.see(".wiki-content .cop-leaderboard");
        assertThat(browser.sees(".xwikirenderingerror, .errormessage")).isFalse();
    }

    @Test
    void eachMacroIsListedWithItsParameters(Browser browser, Site site)
    {
        browser.as(site.admin()).open("/bin/edit/" + newPage());
        browser.click(".wiki-macros summary");

        List<String> macros = browser.texts(".wiki-macros dt code");

        assertThat(macros).contains("{{cop-questions}}", "{{cop-ask}}", "{{cop-experts}}", "{{info}}", "{{toc}}");
        assertThat(macros.get(0)).startsWith("{{cop-");
        assertThat(macros).doesNotContain("{{cop-answer}}", "{{cop-administration}}");
        assertThat(browser.texts(".wiki-macros dd").stream().filter(text -> text.contains("Lists questions")).findFirst()
            .orElseThrow()).contains("community", "tag", "state", "order", "limit", "unanswered (open and without any answer)");
        browser.narrow();
        browser.open("/bin/edit/" + newPage());
        browser.click(".wiki-macros summary");
        assertThat((Long) browser.run("return document.documentElement.scrollWidth "
            + "- document.documentElement.clientWidth;")).isZero();
    }

    @Test
    void whoMayNotEditGetsNoEditor(Browser browser, Site site)
    {
        browser.as(site.stranger()).open("/bin/edit/" + newPage());

        assertThat(browser.sees(FIELD)).isFalse();
    }
}
