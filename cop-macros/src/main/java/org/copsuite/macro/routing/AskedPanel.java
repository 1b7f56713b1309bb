/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.routing;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.QuestionPanel;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows on the page of a question who was asked to answer it. */
@Component
@Named("asked")
@Singleton
public class AskedPanel implements QuestionPanel
{
    @Inject
    private RoutingFragments fragments;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public Html print(QuestionView question)
    {
        return this.fragments.panel(question.summary());
    }
}
