/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The class of the objects on pages of answers. */
@Component
@Named("CoP.AnswerClass")
@Singleton
public class AnswerClass extends AbstractCopClass
{
    /** Adds no properties beside the id. */
    public AnswerClass()
    {
        super("answer", "CoP answer", List.of());
    }
}
