/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The class of the objects on pages of questions. */
@Component
@Named("CoP.QuestionClass")
@Singleton
public class QuestionClass extends AbstractCopClass
{
    /** Adds the tags and the page that the question is about. */
    public QuestionClass()
    {
        super("question", "CoP question", List.of("tags", "about"));
    }
}
