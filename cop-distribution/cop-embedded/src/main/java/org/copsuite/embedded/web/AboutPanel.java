/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.question.QuestionFragments.About;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/**
 * Prints the questions about a page below its content. Pages of the suite, pages with an object and profiles get no
 * panel.
 */
@Component(roles = AboutPanel.class)
@Singleton
public class AboutPanel
{
    private static final List<String> WITHOUT = List.of(Suite.SPACE, Account.SPACE.path().get(0));

    @Inject
    private Suite suite;

    @Inject
    private QuestionFragments questions;

    @Inject
    private Links links;

    @Inject
    private Guard guard;

    @Inject
    private Layout layout;

    /**
     * @param page the page that is shown
     * @return the panel; empty if there are no questions and the reader has not signed in
     */
    Html below(Page page)
    {
        if (page.object().isPresent() || WITHOUT.contains(page.id().space().path().get(0))
            || !this.suite.isOn(WikiOptions.WIKI)) {
            return Html.EMPTY;
        }
        About about = this.questions.aboutWithCount(page.id());
        if (about.count() == 0 && this.guard.user().isGuest()) {
            return Html.EMPTY;
        }
        this.links.use("cop.css");
        return this.layout.print("about-panel", Map.of("title", about.title(), "content", about.html()));
    }
}
