/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Notice.Kind;
import org.xwiki.component.annotation.Component;

/** A question was asked where one watches. */
@Component
@Named("copsuite.question")
@Singleton
public class QuestionDescriptor extends AbstractCopDescriptor
{
    /** Names kind and icon. */
    public QuestionDescriptor()
    {
        super(Kind.QUESTION, "question");
    }
}
