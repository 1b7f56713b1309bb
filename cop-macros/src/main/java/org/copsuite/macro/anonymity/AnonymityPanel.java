/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.anonymity;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.spi.QuestionPanel;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the anonymous asker and administrators, on the page of the question, what they can do. */
@Component
@Named("anonymity")
@Singleton
public class AnonymityPanel implements QuestionPanel
{
    @Inject
    private AnonymityFragments fragments;

    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public Html print(QuestionView question) throws CopException
    {
        return question.post().author().id().isAnonymous() ? this.fragments.panel(question.summary().id(), null)
            : Html.EMPTY;
    }
}
