/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The suite in the panel of applications. */
@Component
@Named(ApplicationsEntry.ID)
@Singleton
public class ApplicationsEntry extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.ApplicationsEntry";

    /** An entry of XWiki's panel. */
    public ApplicationsEntry()
    {
        super(ID, "org.xwiki.platform.panels.Applications");
    }

    @Override
    public Map<String, String> getParameters()
    {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("label", text("cop.xwiki.application"));
        // The panel leaves out what leads nowhere.
        parameters.put("target", isOn() ? "CoP.WebHome" : "");
        parameters.put("targetQueryString", "");
        parameters.put("icon", "icon:group");
        return parameters;
    }
}
