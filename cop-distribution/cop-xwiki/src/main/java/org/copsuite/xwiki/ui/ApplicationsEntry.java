/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Adds the suite to XWiki's applications panel. */
@Component
@Named(ApplicationsEntry.ID)
@Singleton
public class ApplicationsEntry extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.ApplicationsEntry";

    /** Extends the applications panel. */
    public ApplicationsEntry()
    {
        super(ID, "org.xwiki.platform.panels.Applications");
    }

    @Override
    public Map<String, String> getParameters()
    {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("label", text("cop.xwiki.application"));
        // The panel omits applications without a target.
        parameters.put("target", isOn() ? "CoP.WebHome" : "");
        parameters.put("targetQueryString", "");
        parameters.put("icon", "icon:group");
        return parameters;
    }
}
