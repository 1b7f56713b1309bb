/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on pages of questions: tags, and the page that the question is about. */
@Component
@Named(QuestionPageType.TYPE)
@Singleton
public class QuestionPageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return QuestionPageType.TYPE;
    }

    @Override
    public List<String> properties()
    {
        return List.of(QuestionPages.TAGS, QuestionPages.ABOUT);
    }

    @Override
    public Optional<String> templateIcon()
    {
        return Optional.of("help");
    }
}
