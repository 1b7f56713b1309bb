/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What our script does with the visual editor of a wiki, played by a stand-in with what it uses of CKEditor:
 * the embedded wiki has none.
 */
@BrowserTest
@DisabledIfSystemProperty(named = "cop.url", matches = ".+",
    disabledReason = "Plays an editor where the wiki has none")
class VisualEditorTest
{
    private static final String FORM = ".cop-answer-new form";

    /** XWiki's mark stands in the page from the start, its editor comes later and starts with what the field holds. */
    private static final String EDITOR = """
        (() => {
          const listeners = {};
          const fire = name => (listeners[name] ?? []).splice(0).forEach(listener => listener());
          const editor = {
            status: 'ready', mode: 'wysiwyg', dirty: false,
            on: (name, listener) => (listeners[name] ??= []).push(listener),
            once: (name, listener) => (listeners[name] ??= []).push(listener),
            updateElement() { this.element.$.value = this.data; },
            setData(data, options) { this.data = data; options?.callback?.(); },
            setMode(mode) { this.mode = mode; fire('modeReady'); },
            checkDirty() { return this.dirty; },
            resetDirty() { this.dirty = false; },
            focus() { },
            setReadOnly(readOnly) { this.readOnly = readOnly; },
            destroy() { delete window.CKEDITOR.instances.body; },
            editable() { return { getText: () => this.data }; }
          };
          window.play = (data, mode) => { Object.assign(editor, { data, mode, dirty: true }); fire('change'); };
          window.shown = () => editor.data;
          window.sent = [];
          const original = window.fetch;
          window.fetch = (address, options) => {
            if (options?.body) {
              window.sent.push(String(options.body));
            }
            return original(address, options);
          };
          new MutationObserver((changes, observer) => {
            const field = document.querySelector('.cop-answer-new textarea');
            if (field) {
              observer.disconnect();
              field.required = false;
              field.insertAdjacentHTML('beforebegin',
                '<input type="hidden" name="RequiresHTMLConversion" value="body">');
            }
          }).observe(document, { childList: true, subtree: true });
          window.require = (names, use) => use({ done: started => {
            editor.element = { $: document.querySelector('.cop-answer-new textarea') };
            editor.data = editor.element.$.value;
            window.CKEDITOR = { instances: { body: editor }, on: () => { } };
            started(window.CKEDITOR);
            document.documentElement.dataset.played = 'true';
          } });
        })();""";

    /** Somebody opens a question that is answered with the editor; gives the question. */
    private static Site.Post withEditor(Browser browser, Site site, String title, Consumer<Site.Post> flow)
    {
        Site.Post question = site.ask(site.member("asker"), title, "What?", "");
        Object script = browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument",
            Map.of("source", EDITOR)).get("identifier");
        try {
            QuestionPage.open(browser, site.member("helper"), question);
            browser.see("html[data-played]");
            flow.accept(question);
        } finally {
            browser.driver().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument",
                Map.of("identifier", script));
        }
        return question;
    }

    @SuppressWarnings("unchecked")
    private static String sent(Browser browser)
    {
        return browser.until("nothing was sent", b -> {
            List<String> sent = (List<String>) b.run("return window.sent.splice(0);");
            return sent.isEmpty() ? null : sent.get(sent.size() - 1);
        });
    }

    @Test
    void whatTheEditorShowsIsPreviewedAndSentAsHtml(Browser browser, Site site)
    {
        withEditor(browser, site, "What is sent from a visual editor?", question -> {
            browser.run("window.play('<p>Shown</p>', 'wysiwyg');");

            // The embedded wiki's own tabs stand in place of the button.
            browser.run("document.querySelector(arguments[0]).click();", FORM + " [data-cop-preview]");
            assertThat(sent(browser)).contains("\"text\":[\"<p>Shown").contains("\"RequiresHTMLConversion\":[\"text\"]");

            browser.click(FORM + " button[type=submit]");
            browser.waitForText(".cop-answers", "Shown");
            assertThat(sent(browser)).contains("\"body\":[\"<p>Shown").contains("\"RequiresHTMLConversion\":[\"body\"]");
        });
    }

    @Test
    void whatItsSourceModeShowsIsSentAsWikiText(Browser browser, Site site)
    {
        withEditor(browser, site, "What is sent from the source mode?", question -> {
            browser.run("window.play('It is **bold**.', 'source');");

            browser.click(FORM + " button[type=submit]");
            browser.waitForText(".cop-answers strong", "bold");
            assertThat(sent(browser)).contains("\"body\":[\"It is **bold**.\"]").doesNotContain("RequiresHTMLConversion");
        });
    }

    @Test
    void goingAwayAndComingBackKeepsWhatItShowed(Browser browser, Site site)
    {
        Site.Post left = withEditor(browser, site, "What happens to what the editor showed?", question -> {
            browser.run("window.play('<p>Kept</p>', 'wysiwyg');");
            browser.until("not kept", b -> (Boolean) b.run("return JSON.stringify(sessionStorage).includes('Kept');")
                ? true : null);

            browser.open(question.path());
            browser.see("html[data-played]");
            browser.see(FORM + " .cop-restored");
            assertThat(browser.run("return window.shown();")).isEqualTo("<p>Kept</p>");

            browser.click(FORM + " .cop-restored button");
            assertThat(browser.run("return window.shown();")).isEqualTo("");
        });
        browser.open(left.path());
        assertThat(browser.see(FORM + " textarea[name=body]").getDomProperty("value")).isEmpty();
    }
}
