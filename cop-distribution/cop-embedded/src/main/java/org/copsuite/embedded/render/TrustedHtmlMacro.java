/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.internal.macro.html.HTMLMacro;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.macro.html.HTMLMacroParameters;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * Raw HTML on pages whose authors are all administrators; it is not allowed elsewhere, because even cleaned HTML could
 * misuse the styles of the wiki.
 */
@Component
@Named("html")
@Singleton
public class TrustedHtmlMacro extends HTMLMacro
{
    @Override
    public List<Block> execute(HTMLMacroParameters parameters, String content, MacroTransformationContext context)
        throws MacroExecutionException
    {
        if (context.getTransformationContext().isRestricted()) {
            throw new MacroRefusedException("embedded.macro.html");
        }
        return super.execute(parameters, content, context);
    }
}
