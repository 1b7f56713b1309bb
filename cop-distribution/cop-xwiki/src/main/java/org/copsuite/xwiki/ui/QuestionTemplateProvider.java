/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * Offers questions in XWiki's dialog that creates pages. In a community the created page is a question; elsewhere it
 * links to the form for questions.
 */
@Component
@Named("CoP.QuestionTemplateProvider")
@Singleton
public class QuestionTemplateProvider extends AbstractTemplatePage
{
    private static final String KEY = "cop.xwiki.template.question";

    /** Sets the translation keys of the template. */
    public QuestionTemplateProvider()
    {
        super("QuestionTemplateProvider", "CoP Suite: a question",
            new LocalDocumentReference(Names.SYSTEM, "TemplateProviderClass"),
            Map.of("name", KEY, "description", KEY + ".description", "icon", "help", "template", "CoP.QuestionTemplate",
                "action", "edit"));
    }
}
