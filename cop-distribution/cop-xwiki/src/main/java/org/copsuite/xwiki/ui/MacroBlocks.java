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

/** Runs a macro for an entry in XWiki's pages: XWiki prints what it gets from an entry, and runs no macro in it. */
@Component(roles = MacroBlocks.class)
@Singleton
public class MacroBlocks
{
    @Inject
    @Named("macro")
    private Transformation macros;

    /**
     * @param macro the name of a macro; what it shows, it reads from the page shown
     * @return what the macro gave
     */
    Block of(String macro)
    {
        XDOM blocks = new XDOM(List.of(new MacroBlock(macro, Map.of(), false)));
        TransformationContext transformation = new TransformationContext(blocks, Syntax.XWIKI_2_1);
        transformation.setTargetSyntax(Syntax.HTML_5_0);
        try {
            this.macros.transform(blocks, transformation);
        } catch (TransformationException e) {
            throw new WikiFailure("An entry of the suite could not be shown.", e);
        }
        return new CompositeBlock(blocks.getChildren());
    }
}
