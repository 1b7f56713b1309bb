/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.CompositeBlock;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.transformation.TransformationException;

/** What a person did, knows and was thanked for, as a tab of the profile. */
@Component
@Named(ProfileTab.ID)
@Singleton
public class ProfileTab extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.ProfileTab";

    @Inject
    @Named("macro")
    private Transformation macros;

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
        parameters.put("name", text("cop.xwiki.profile"));
        parameters.put("icon", "group");
        parameters.put("priority", "900");
        return parameters;
    }

    /** XWiki prints what it gets and runs no macro in it. Whose profile it is, the macro reads from the page shown. */
    @Override
    public Block execute()
    {
        XDOM tab = new XDOM(List.of(new MacroBlock("cop-expertise", Map.of(), false)));
        TransformationContext transformation = new TransformationContext(tab, Syntax.XWIKI_2_1);
        transformation.setTargetSyntax(Syntax.HTML_5_0);
        try {
            this.macros.transform(tab, transformation);
        } catch (TransformationException e) {
            throw new WikiFailure("The tab of a profile could not be shown.", e);
        }
        return new CompositeBlock(tab.getChildren());
    }
}
