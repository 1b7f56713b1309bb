/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/** The template of a question: an object without an id. The id is set when the page is saved. */
@Component
@Named("CoP.QuestionTemplate")
@Singleton
public class QuestionTemplate extends AbstractTemplatePage
{
    /** Creates the template with an empty object. */
    public QuestionTemplate()
    {
        super("QuestionTemplate", "CoP Suite: template of a question",
            new LocalDocumentReference(Suite.SPACE, "QuestionClass"), Map.of("id", ""));
    }
}
