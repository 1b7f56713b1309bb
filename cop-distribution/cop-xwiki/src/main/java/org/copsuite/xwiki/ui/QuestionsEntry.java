/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;

/**
 * Adds a tab with the questions about a page below its content. Pages with an object of the suite have no such tab,
 * since their content shows what belongs to them.
 */
@Component
@Named(QuestionsEntry.ID)
@Singleton
public class QuestionsEntry extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.QuestionsEntry";

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<QuestionFragments> questions;

    @Inject
    private MacroBlocks macros;

    /** Extends the tabs below the content, beside XWiki's comments and attachments. */
    public QuestionsEntry()
    {
        super(ID, "org.xwiki.plaftorm.template.docextra");
    }

    @Override
    public Map<String, String> getParameters()
    {
        Optional<Integer> questions = isOn()
            ? query(() -> subject().map(page -> this.questions.get().countAbout(page)), Optional.empty())
            : Optional.empty();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("show", String.valueOf(questions.isPresent()));
        parameters.put("name", "copquestions");
        parameters.put("title", text("cop.xwiki.questions"));
        parameters.put("itemnumber", questions.orElse(0).toString());
        parameters.put("order", "900");
        return parameters;
    }

    /** Returns the current page if questions can be about it. XWiki has it in its cache. */
    private Optional<PageId> subject()
    {
        return page().filter(page -> !Suite.SPACE.equals(page.space().path().get(0)))
            .filter(page -> this.pages.get().load(page).filter(found -> found.object().isEmpty()).isPresent());
    }

    @Override
    public Block execute()
    {
        return this.macros.of("cop-about");
    }
}
