/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the list of all questions. */
@Component
@Named("questions")
@Singleton
public class QuestionsEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 300;
    }

    @Override
    public String page()
    {
        return "Questions";
    }
}
