/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Each page, wide and narrow, without serious violations of WCAG, and without scrolling sideways. */
@BrowserTest
class AccessibilityTest
{
    private static final String OURS = ".cop";

    /** What the scripts make for the width that the page has when it is opened: all else follows the width by itself. */
    private static final String MEASURED = "canvas";

    @TestFactory
    List<DynamicTest> pages(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Is this page accessible to everybody?",
            "= Heading =\n\nText with {{{code}}}.\n\n|=a|=b\n|1|2\n\n{{info}}Note.{{/info}}", "access");
        String answer = site.answer(site.member("helper"), question, "Yes.");
        site.member("asker").post("/answers/" + answer + "/acceptance", Map.of()).ok();
        site.member("helper").post("/questions/" + question.id() + "/comments",
            Map.of("id", Member.newId(), "text", "Really?")).ok();
        site.member("helper").post("/topics", Map.of("topic", "access", "level", "advanced", "offers", "mentoring",
            "evidence", site.base() + question.path())).ok();
        Function<String, String> cop = name -> "/bin/view/CoP/" + name;
        List<DynamicTest> pages = new ArrayList<>(List.of(
            page(browser, "home", site.stranger(), "/"),
            page(browser, "suite home", site.member("helper"), cop.apply("WebHome")),
            page(browser, "question of a stranger", site.stranger(), question.path()),
            page(browser, "question of a member", site.member("helper"), question.path()),
            page(browser, "question of its asker", site.member("asker"), question.path()),
            page(browser, "edit a question", site.member("asker"), question.path() + "?cop-edit=" + question.id()),
            page(browser, "ask", site.member("asker"), cop.apply("Ask")),
            page(browser, "questions", site.stranger(), cop.apply("Questions")),
            page(browser, "search", site.stranger(), cop.apply("Search?cop-q=data")),
            page(browser, "communities", site.admin(), cop.apply("Communities")),
            page(browser, "community", site.member("helper"), site.guild().path()),
            page(browser, "community of its facilitator", site.member("facilitator"), site.guild().path()),
            page(browser, "members", site.member("facilitator"), site.guild().path() + "?cop-view=members"),
            page(browser, "edit a community", site.member("facilitator"), site.guild().path() + "?cop-view=edit"),
            page(browser, "charter", site.member("facilitator"),
                cop.apply("Charter?cop-community=" + site.guild().id())),
            page(browser, "wizard", site.admin(), cop.apply("NewCommunity")),
            page(browser, "first step of the wizard", site.admin(),
                cop.apply("NewCommunity?cop-template=xwiki:CoP.TemplateClinicalNetwork")),
            page(browser, "people", site.member("helper"), cop.apply("People?cop-topic=postgresql")),
            page(browser, "leaderboard", site.stranger(), cop.apply("Leaderboard")),
            page(browser, "milestones", site.stranger(), cop.apply("Milestones")),
            page(browser, "projects", site.stranger(), cop.apply("Projects")),
            page(browser, "start a project", site.member("facilitator"),
                cop.apply("Projects?cop-new=true&cop-community=" + site.guild().id())),
            page(browser, "set a milestone", site.member("facilitator"),
                cop.apply("Milestones?cop-new=true&cop-community=" + site.guild().id())),
            page(browser, "feedback", site.member("facilitator"), cop.apply("Feedback?cop-community=" + site.guild().id())),
            page(browser, "rota", site.member("facilitator"), cop.apply("Rota?cop-community=" + site.guild().id())),
            page(browser, "gaps", site.member("facilitator"), cop.apply("Gaps?cop-community=" + site.guild().id())),
            page(browser, "handover", site.member("facilitator"), cop.apply("Handover?cop-community=" + site.guild().id())),
            page(browser, "thanks", site.member("helper"), cop.apply("Thanks")),
            page(browser, "my contributions", site.member("helper"), cop.apply("MyContributions")),
            page(browser, "notices", site.member("asker"), cop.apply("Notices")),
            page(browser, "profile", site.member("helper"),
                site.profile(site.member("helper"))),
            page(browser, "administration", site.admin(), cop.apply("Administration"))));
        if (Site.isStartedHere()) {
            // Elsewhere it is a page of that wiki's own.
            pages.add(page(browser, "login", site.stranger(), "/bin/login"));
            // The samples have all that a home page can show.
            for (String title : List.of("Data Platform Guild", "Safe Medication Circle", "Mentoring Circle")) {
                pages.add(page(browser, title, site.admin(), site.path(
                    site.admin().ask("/communities/" + site.idOfCommunity(title)))));
            }
        }
        return pages;
    }

    private static DynamicTest page(Browser browser, String name, Member reader, String path)
    {
        return DynamicTest.dynamicTest(name, () -> {
            browser.as(reader);
            browser.wide();
            open(browser, path);
            check(browser, name);
            browser.narrow();
            if (browser.sees(MEASURED)) {
                open(browser, path);
            }
            check(browser, name);
        });
    }

    private static void open(Browser browser, String path)
    {
        browser.open(path);
        browser.see("h1");
        loadAll(browser);
    }

    private static void check(Browser browser, String name)
    {
        assertThat(violations(browser)).as(name).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth "
            + "- document.documentElement.clientWidth;")).as(name + " scrolls sideways").isZero();
    }

    /** Scrolls to each part that is loaded once it is near the window, until all are there. */
    private static void loadAll(Browser browser)
    {
        browser.until("A part of the page is not loaded", shown -> {
            shown.run("document.querySelector('[data-cop-load]')?.scrollIntoView();");
            // Also one that is empty until then, and so not displayed.
            return (Boolean) shown.run("return document.querySelector('[data-cop-load]') === null;");
        });
        browser.run("window.scrollTo(0, 0);");
    }

    static List<String> violations(Browser browser)
    {
        AxeBuilder axe = axe();
        if (!Site.isStartedHere()) {
            if (!browser.sees(OURS)) {
                return List.of();
            }
            // The rest of the page is the other wiki's.
            axe.include(OURS);
        }
        return axe.analyze(browser.driver()).getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(AccessibilityTest::describe).toList();
    }

    /** No page holds another one: nothing has to be asked of frames, and not in a tab of its own. */
    private static AxeBuilder axe()
    {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder().withOptions(options).setLegacyMode().disableIframeTesting();
    }

    private static String describe(Rule rule)
    {
        return rule.getId() + ": " + rule.getHelp() + ' ' + rule.getNodes().stream().map(node -> node.getTarget() + " "
            + node.getHtml()).limit(5).toList();
    }
}
