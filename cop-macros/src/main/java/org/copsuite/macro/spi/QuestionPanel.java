/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Panel in the side column of a question's page. Each panel costs its statements on every view of a question, so it runs
 * one or two, or loads its content later.
 */
@Role
public interface QuestionPanel extends PagePart
{
    /**
     * @param question a question as the reader sees it
     * @return a {@code <section class="cop-box">} with a heading of level 2; {@link Html#EMPTY} if the panel has nothing
     *         for the reader
     * @throws CopException if the service refuses or is unavailable; the page shows its message in place of the panel
     */
    Html print(QuestionView question) throws CopException;
}
