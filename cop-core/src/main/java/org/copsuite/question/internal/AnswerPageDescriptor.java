/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on pages of answers. */
@Component
@Named(AnswerPageType.TYPE)
@Singleton
public class AnswerPageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return AnswerPageType.TYPE;
    }
}
