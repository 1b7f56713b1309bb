/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that a question watched by the person was answered. */
@Component
@Named("copsuite.answer")
@Singleton
public class AnswerDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public AnswerDescriptor()
    {
        super("ANSWER", "comment");
    }
}
