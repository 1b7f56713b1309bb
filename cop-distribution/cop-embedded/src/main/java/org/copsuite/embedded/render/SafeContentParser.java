/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.text.Restriction;
import org.copsuite.text.TextLimits;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.internal.macro.DefaultMacroContentParser;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.TransformationContext;

/**
 * Parses the content of macros within the limits of the text that they stand in, and restricted where that text is.
 */
@Component
@Singleton
public class SafeContentParser extends DefaultMacroContentParser
{
    @Inject
    private RenderingContext context;

    @Override
    public XDOM parse(String content, Syntax syntax, MacroTransformationContext macro, boolean transform,
        MetaData metadata, boolean inline) throws MacroExecutionException
    {
        if (content != null) {
            TextLimits.current().checkText(content);
        }
        XDOM xdom = super.parse(content, syntax, macro, false, metadata, inline);
        TransformationContext around = macro.getTransformationContext();
        boolean restricted = around == null || around.isRestricted();
        if (restricted) {
            Restriction.apply(xdom, lower(macro));
        }
        if (transform && macro.getTransformation() != null) {
            transform(xdom, syntax, macro, restricted);
        }
        return xdom;
    }

    private static int lower(MacroTransformationContext macro)
    {
        return macro.getId() != null && macro.getId().startsWith(DefaultMarkup.ID) ? 1 : 0;
    }

    private void transform(XDOM xdom, Syntax syntax, MacroTransformationContext macro, boolean restricted)
        throws MacroExecutionException
    {
        try {
            TransformationContext inner =
                new TransformationContext(xdom, syntax == null ? getCurrentSyntax(macro) : syntax, restricted);
            inner.setId(macro.getId());
            ((MutableRenderingContext) this.context).transformInContext(macro.getTransformation(), inner, xdom);
        } catch (Exception e) {
            throw new MacroExecutionException("The content of the macro could not be rendered.", e);
        }
    }
}
