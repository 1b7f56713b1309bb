/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.question.QuestionService;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Switches down votes on and off. */
@Component
@Named(VotesSection.HINT)
@Singleton
public class VotesSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "votes";

    @Inject
    private Printer printer;

    @Inject
    private Provider<QuestionService> questions;

    @Override
    public int order()
    {
        return 400;
    }

    @Override
    public Html print()
    {
        return this.printer.print("question/votes", "on", this.questions.get().hasDownVotes(this.printer.wiki()));
    }
}
