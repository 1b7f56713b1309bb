/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

/** The template of a community: an object without an id. The id is set when the page is saved. */
@Component
@Named("CoP.CommunityTemplate")
@Singleton
public class CommunityTemplate extends AbstractTemplatePage
{
    /** Creates the template with an empty object. */
    public CommunityTemplate()
    {
        super("CommunityTemplate", "CoP Suite: template of a community",
            new LocalDocumentReference(Suite.SPACE, "CommunityClass"), Map.of("id", ""));
    }
}
