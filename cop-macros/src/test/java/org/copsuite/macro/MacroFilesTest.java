/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import org.copsuite.macro.fragment.FragmentFixture;
import org.copsuite.macro.fragment.Samples;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.test.integration.Initialized;
import org.xwiki.rendering.test.integration.Scope;
import org.xwiki.rendering.test.integration.junit5.RenderingTest;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

/**
 * The macros as the files in {@code src/test/resources/macros} tell: wiki text, and the events and the HTML that it
 * becomes. A file that says {@code .runTransformations:restricted} shows it as a text that nobody trusts.
 */
@AllComponents
@Scope("macros")
public class MacroFilesTest extends RenderingTest
{
    /**
     * @param components where the roles go that macros ask
     * @throws Exception if that fails
     */
    @Initialized
    public void register(MockitoComponentManager components) throws Exception
    {
        new FragmentFixture(components, "plain").register(Samples.READER);
        Transformation restricted = components.registerMockComponent(Transformation.class, "restricted");
        doAnswer(call -> {
            Transformation macros = components.getInstance(Transformation.class, "macro");
            XDOM page = call.<Block>getArgument(0) instanceof XDOM xdom ? xdom : null;
            macros.transform(call.getArgument(0), new TransformationContext(page, Syntax.XWIKI_2_1, true));
            return null;
        }).when(restricted).transform(any(Block.class), any(TransformationContext.class));
    }
}
