/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that a question was asked in a community or under a tag that the person watches. */
@Component
@Named("copsuite.question")
@Singleton
public class QuestionDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public QuestionDescriptor()
    {
        super("QUESTION", "question");
    }
}
