/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;

/** What a person did, knows and was thanked for, as a tab of the profile. */
@Component
@Named(ProfileTab.ID)
@Singleton
public class ProfileTab extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.ProfileTab";

    @Inject
    private MacroBlocks macros;

    /** A tab of XWiki's profile. */
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
        keepItself(parameters);
        return parameters;
    }

    /**
     * XWiki's profile puts the extension into one map and looks for it in the map of another call, where it is
     * executed from.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void keepItself(Map parameters)
    {
        parameters.put("uix", this);
    }

    /** Whose profile it is, the macro reads from the page shown. */
    @Override
    public Block execute()
    {
        return this.macros.of("cop-expertise");
    }
}
