/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * Offers a community in XWiki's dialog that creates pages.
 * Whether a page made so is a community, its author's rights decide.
 */
@Component
@Named("CoP.CommunityTemplateProvider")
@Singleton
public class CommunityTemplateProvider extends AbstractTemplatePage
{
    private static final String KEY = "cop.xwiki.template.community";

    /** Names the template; XWiki translates the name. */
    public CommunityTemplateProvider()
    {
        super("CommunityTemplateProvider", "CoP Suite: a community",
            new LocalDocumentReference(Names.SYSTEM, "TemplateProviderClass"),
            Map.of("name", KEY, "description", KEY + ".description", "icon", "group", "template", "CoP.CommunityTemplate", "action",
                "edit"));
    }
}
