/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** In a real browser, nothing of a hostile text runs, also not when it is clicked or typed into a form. */
@BrowserTest
class HostileInBrowserTest
{
    /** What a page asked for on its own, beside its style sheets, modules and pictures. */
    private static final String REQUESTS = "return performance.getEntriesByType('resource').filter(r => "
        + "['fetch', 'xmlhttprequest', 'beacon'].includes(r.initiatorType)).map(r => r.name);";

    /** Touches what members wrote in every way that could start something. */
    private static void touchEverything(Browser browser)
    {
        browser.run("document.querySelectorAll('.cop-text a, .cop-text button, .cop-text [class], .cop-text img')"
            + ".forEach(e => { e.addEventListener('click', c => c.preventDefault()); "
            + "for (const type of ['mouseover', 'focus', 'click']) e.dispatchEvent(new MouseEvent(type, "
            + "{bubbles: true, cancelable: true})); });");
    }

    @Test
    void nothingRunsWhenAPageIsShownAndClicked(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "A page full of hostile texts to look at", "Below.", "");
        for (String text : Hostile.TEXTS) {
            site.member("helper").post("/questions/" + question.id() + "/answers",
                Map.of("id", Member.newId(), "body", text));
            site.member("helper").post("/questions/" + question.id() + "/comments",
                Map.of("id", Member.newId(), "text", text));
        }
        browser.as(site.admin()).open(question.path());
        browser.see(".cop-answers .cop-post");
        browser.until("not loaded", ignored -> "complete".equals(browser.run("return document.readyState;"))
            ? true : null);
        touchEverything(browser);

        assertThat(browser.run("return window." + Hostile.CANARY + ";")).isNull();
        assertThat((List<?>) browser.run(REQUESTS)).allMatch(url -> !url.toString().contains("/recognition")
            && !url.toString().endsWith("/cop/questions"));
        assertThat(browser.driver().getCurrentUrl()).contains(question.path());
        assertThat(site.admin().read("/bin/view/CoP/Leaderboard").body()).contains("cop-leaderboard");
        Object covered = browser.run("const e = document.elementFromPoint(20, 20); "
            + "return !!(e && e.closest('.cop-text'));");
        assertThat(covered).as("the page is covered by a member's text").isEqualTo(false);
    }

    @Test
    void nothingRunsInWhatWasImported(Browser browser, Site site)
    {
        browser.as(site.admin());
        for (HostileDump.Thread thread : HostileDump.imported(site).threads()) {
            browser.open(thread.path());
            browser.see(".cop-answers .cop-post");
            touchEverything(browser);

            assertThat(browser.run("return window." + Hostile.CANARY + ";")).as(thread.text()).isNull();
            assertThat((List<?>) browser.run(REQUESTS)).as(thread.text())
                .allMatch(url -> !url.toString().contains("/recognition"));
            assertThat(browser.driver().getCurrentUrl()).contains(thread.path());
        }
    }

    @Test
    void nothingRunsInSuggestionsAndMessages(Browser browser, Site site)
    {
        String title = "<img src=x onerror=window." + Hostile.CANARY + "=99> zebrafish question";
        Site.Post question = site.ask(site.member("asker"), title, "{{html}}<script>window." + Hostile.CANARY
            + "=98</script>{{/html}} zebrafish", "");
        org.awaitility.Awaitility.await().atMost(Patience.ofSeconds(60)).until(
            () -> site.member("asker").ask("/search?q=zebrafish").body().contains(question.id()));

        AskPage.open(browser, site.member("reader"), site.guild()).type("A zebrafish question for you",
            Hostile.TEXTS.get(1) + Hostile.TEXTS.get(4), "");
        browser.waitForText("#cop-ask-live", "onerror=window");

        assertThat(browser.run("return window." + Hostile.CANARY + ";")).isNull();
    }

    @Test
    @DisabledIfSystemProperty(named = "cop.url", matches = ".+",
        disabledReason = "The tab with the preview is the embedded wiki's own")
    void nothingRunsInPreviews(Browser browser, Site site)
    {
        AskPage.open(browser, site.member("reader"), site.guild()).type("A question that is only previewed",
            Hostile.TEXTS.get(1) + Hostile.TEXTS.get(4), "");
        browser.click("#cop-ask [role=tab][aria-selected=false]");
        browser.until("no preview", ignored -> (Boolean) browser.run("const p = document.querySelector('#cop-ask "
            + "[role=tabpanel]'); return !!p && p.children.length > 0;") ? true : null);

        assertThat(browser.run("return window." + Hostile.CANARY + ";")).isNull();
    }

    /** A page of the wiki may hold elements that imitate ours, and lie at an address that imitates ours as well. */
    @Test
    void nothingButAnAnswerOfOursIsPutIntoAPage(Browser browser, Site site)
    {
        Member author = site.member("asker");
        String path = "rest/wikis/xwiki/cop/Forged" + Member.newId();
        String forged = site.base() + "/bin/view/" + path;
        site.savePage(author, path, "Forged", "A forged fragment.").ok();
        browser.as(author).open("/bin/view/CoP/Questions");
        browser.see(".cop");
        browser.run("const sent = window.fetch; window.answered = []; window.fetch = async (address, options) => { "
            + "const answer = await sent(address, options); window.answered.push(address); return answer; }; "
            + "const module = document.querySelector('[src$=\"/cop.js\"], [href*=\"/cop.js\"]'); "
            + "const live = (module.src || module.href).replace('cop.js', 'cop-live.js'); "
            + "const root = document.querySelector('.cop'); "
            + "for (const [id, address] of [['forged', arguments[0]], ['ours', arguments[1]]]) { "
            + "const part = document.createElement('p'); part.id = id; part.textContent = 'As it was.'; "
            + "part.dataset.copLoad = address; root.prepend(part); import(live).then(m => m.loadLazy(part)); }",
            forged, site.base() + Site.REST + "/tags");

        browser.until("not answered", ignored -> (Boolean) browser.run("return window.answered.includes(arguments[0]);",
            forged) ? true : null);
        browser.until("not loaded", ignored -> browser.run("return document.getElementById('ours').textContent;")
            .equals("As it was.") ? null : true);
        assertThat(browser.run("return document.getElementById('forged').textContent;")).isEqualTo("As it was.");
        site.pages().delete(site.admin(), "/bin/view/" + path);
    }

    @Test
    @DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "The policy is the wiki's own")
    void theContentSecurityPolicyAllowsNoInlineScript(Site site)
    {
        for (String path : List.of("/", site.guild().path(), "/bin/login", "/bin/view/CoP/Ask", "/bin/nonsense")) {
            Member.Answer answer = site.stranger().read(path);
            String policy = String.join(";", answer.headers().getOrDefault("content-security-policy", List.of()));
            assertThat(policy).as(path).contains("script-src").contains("frame-ancestors").contains("object-src")
                .contains("base-uri").contains("form-action");
            assertThat(policy.replaceAll(".*script-src([^;]*).*", "$1")).doesNotContain("unsafe");
            assertThat(answer.headers().get("x-content-type-options")).as(path).contains("nosniff");
        }
    }
}
