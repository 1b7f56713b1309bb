/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

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

/**
 * Executes a macro for a UI extension. XWiki renders the blocks that a UI extension returns without executing macros in
 * them.
 */
@Component(roles = MacroBlocks.class)
@Singleton
public class MacroBlocks
{
    @Inject
    @Named("macro")
    private Transformation macros;

    /**
     * @param macro the name of a macro, which reads the page that it applies to from the request
     * @return the result of the macro
     * @throws WikiFailure if the macro fails
     */
    Block of(String macro)
    {
        XDOM blocks = new XDOM(List.of(new MacroBlock(macro, Map.of(), false)));
        TransformationContext transformation = new TransformationContext(blocks, Syntax.XWIKI_2_1);
        transformation.setTargetSyntax(Syntax.HTML_5_0);
        try {
            this.macros.transform(blocks, transformation);
        } catch (TransformationException e) {
            throw new WikiFailure("Failed to execute a macro of a UI extension.", e);
        }
        return new CompositeBlock(blocks.getChildren());
    }
}
