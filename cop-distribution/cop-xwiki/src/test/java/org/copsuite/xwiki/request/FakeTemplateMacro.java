/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/** Stands in for the platform's macro of this name in tests, which runs a template whoever asks for it. */
@Component
@Named("template")
@Singleton
public class FakeTemplateMacro extends AbstractMacro<FakeTemplateMacro.Parameters>
{
    /** Describes the macro. */
    public FakeTemplateMacro()
    {
        super("Template", "Insert a template.", Parameters.class);
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(Parameters parameters, String content, MacroTransformationContext context)
    {
        return List.of(new WordBlock("ran:" + parameters.getName()));
    }

    /** What the macro is told. */
    public static class Parameters
    {
        private String name = "";

        /** @return the template's name */
        public String getName()
        {
            return this.name;
        }

        /**
         * @param name the template's name
         */
        public void setName(String name)
        {
            this.name = name;
        }
    }
}
