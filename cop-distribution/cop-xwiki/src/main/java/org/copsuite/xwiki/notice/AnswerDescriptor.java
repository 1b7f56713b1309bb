/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Notice.Kind;
import org.xwiki.component.annotation.Component;

/** A question that one watches was answered. */
@Component
@Named("copsuite.answer")
@Singleton
public class AnswerDescriptor extends AbstractCopDescriptor
{
    /** Names kind and icon. */
    public AnswerDescriptor()
    {
        super(Kind.ANSWER, "comment");
    }
}
