/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.QuestionFragments;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;

/** The questions about a page, as a tab below its content. What the suite's own pages show, they show above. */
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

    /** A tab beside XWiki's comments and attachments. */
    public QuestionsEntry()
    {
        super(ID, "org.xwiki.plaftorm.template.docextra");
    }

    @Override
    public Map<String, String> getParameters()
    {
        Optional<Integer> questions = isOn()
            ? known(() -> shown().map(page -> this.questions.get().countAbout(page)), Optional.empty()) : Optional.empty();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("show", String.valueOf(questions.isPresent()));
        parameters.put("name", "copquestions");
        parameters.put("title", text("cop.xwiki.questions"));
        parameters.put("itemnumber", questions.orElse(0).toString());
        parameters.put("order", "900");
        return parameters;
    }

    /** The page at hand, if it is one to ask about; XWiki has it in memory. */
    private Optional<PageId> shown()
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
