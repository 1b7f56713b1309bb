/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/** What a question begins with: an object without an id, which it gets when the page is saved. */
@Component
@Named("CoP.QuestionTemplate")
@Singleton
public class QuestionTemplate extends AbstractTemplatePage
{
    /** An empty object. */
    public QuestionTemplate()
    {
        super("QuestionTemplate", "CoP Suite: template of a question", new LocalDocumentReference(Suite.SPACE, "QuestionClass"),
            Map.of("id", ""));
    }
}
