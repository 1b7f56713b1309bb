/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * Offers communities in XWiki's dialog that creates pages. The rights of the author decide whether the created page is
 * a community.
 */
@Component
@Named("CoP.CommunityTemplateProvider")
@Singleton
public class CommunityTemplateProvider extends AbstractTemplatePage
{
    private static final String KEY = "cop.xwiki.template.community";

    /** Sets the translation keys of the template. */
    public CommunityTemplateProvider()
    {
        super("CommunityTemplateProvider", "CoP Suite: a community",
            new LocalDocumentReference(Names.SYSTEM, "TemplateProviderClass"),
            Map.of("name", KEY, "description", KEY + ".description", "icon", "group", "template",
                "CoP.CommunityTemplate", "action", "edit"));
    }
}
