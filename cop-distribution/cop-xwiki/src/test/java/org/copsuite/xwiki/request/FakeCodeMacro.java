/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.descriptor.DefaultContentDescriptor;
import org.xwiki.rendering.transformation.MacroTransformationContext;

import javax.inject.Named;
import javax.inject.Singleton;

/** Stands in for the platform's macro of this name in tests, which paints what it shows by style attributes. */
@Component
@Named("code")
@Singleton
public class FakeCodeMacro extends AbstractMacro<FakeCodeMacro.Parameters>
{
    /** Describes the macro. */
    public FakeCodeMacro()
    {
        super("Code", "Shows program text.", new DefaultContentDescriptor("The text."), Parameters.class);
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_FORMATTING));
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(Parameters parameters, String content, MacroTransformationContext context)
    {
        Block painted = new FormatBlock(List.of(new VerbatimBlock(content, true)), Format.NONE,
            Map.of("style", "color: #0000FF;", "data-language", parameters.getLanguage()));
        return List.of(context.isInline() ? painted : new GroupBlock(List.of(painted), Map.of("class", "box code")));
    }

    /** What the macro is told. */
    public static class Parameters
    {
        private String language = "";

        /** @return the programming language */
        public String getLanguage()
        {
            return this.language;
        }

        /**
         * @param language the programming language
         */
        public void setLanguage(String language)
        {
            this.language = language;
        }
    }
}
