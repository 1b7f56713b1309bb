/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.text.MacroGate;
import org.copsuite.text.Restriction;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextIds;
import org.copsuite.text.TextLimits;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.internal.macro.DefaultMacroContentParser;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.util.ParserUtils;

/**
 * Parses the content of macros within the limits of the surrounding text, and restricted if that text is restricted.
 */
@Component
@Singleton
public class SafeContentParser extends DefaultMacroContentParser
{
    @Inject
    private RenderingContext context;

    @Inject
    private SafeParser parser;

    @Inject
    private MacroGate gate;

    @Override
    public XDOM parse(String content, Syntax syntax, MacroTransformationContext macro, boolean transform,
        MetaData metadata, boolean inline) throws MacroExecutionException
    {
        TransformationContext around = macro.getTransformationContext();
        if (around != null && !around.isRestricted()) {
            return super.parse(content, syntax, macro, transform, metadata, inline);
        }
        XDOM xdom;
        if (isPrepared(content, macro)) {
            xdom = super.parse(content, syntax, macro, false, metadata, inline);
            Restriction.apply(xdom, 0);
        } else {
            xdom = bounded(content == null ? "" : content, syntax, macro, inline);
            if (metadata != null) {
                xdom.getMetaData().addMetaData(metadata);
            }
            Restriction.apply(xdom, lower(macro));
        }
        if (transform && macro.getTransformation() != null) {
            transform(xdom, syntax, macro, true);
        }
        return xdom;
    }

    /** Whether {@link MacroGate} has already parsed the content; it allows no other syntax. */
    private static boolean isPrepared(String content, MacroTransformationContext macro)
    {
        MacroBlock block = macro.getCurrentMacroBlock();
        return block != null && block.getContent() == content
            && block.getAttribute(ATTRIBUTE_PREPARE_CONTENT_XDOM) != null;
    }

    private XDOM bounded(String content, Syntax syntax, MacroTransformationContext macro, boolean inline)
        throws MacroExecutionException
    {
        Syntax actual = syntax == null ? getCurrentSyntax(macro) : syntax;
        if (Syntax.PLAIN_1_0.equals(actual)) {
            TextLimits.current().checkText(content);
            return super.parse(content, actual, macro, false, null, inline);
        }
        if (!Syntax.XWIKI_2_1.equals(actual)) {
            throw new MacroRefusedException("embedded.macro.syntax");
        }
        try {
            XDOM xdom = this.parser.parse(content, macro.getXDOM() == null ? new TextIds()
                : macro.getXDOM().getIdGenerator());
            this.gate.admit(xdom, lower(macro));
            return inline && !xdom.getChildren().isEmpty() ? (XDOM) new ParserUtils().convertToInline(xdom, true) : xdom;
        } catch (ParseException e) {
            throw new MacroExecutionException("Failed to parse the content of the macro.", e);
        }
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
            throw new MacroExecutionException("Failed to run the macros in the content of the macro.", e);
        }
    }
}
