/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;

/** Adds a tab with the sections that capabilities contribute to the profile of a person. */
@Component
@Named(ProfileTab.ID)
@Singleton
public class ProfileTab extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.ProfileTab";

    @Inject
    private MacroBlocks macros;

    /** Extends the tabs of XWiki's profile. */
    public ProfileTab()
    {
        super(ID, "org.xwiki.plaftorm.user.profile.menu");
    }

    @Override
    public Map<String, String> getParameters()
    {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("id", "copsuite");
        parameters.put("isActive", String.valueOf(isOn()));
        parameters.put("name", text("cop.xwiki.profile"));
        parameters.put("icon", "group");
        parameters.put("glyphicon", "group");
        parameters.put("priority", "900");
        addSelf(parameters);
        return parameters;
    }

    /**
     * Adds this extension to its parameters. XWiki's profile stores the extension in the parameter map of one call and
     * executes it from the map of another.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void addSelf(Map parameters)
    {
        parameters.put("uix", this);
    }

    /** Executes the macro, which reads the person from the current page. */
    @Override
    public Block execute()
    {
        return this.macros.of("cop-profile");
    }
}
