/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.descriptor.DefaultContentDescriptor;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * Shows source code literally. XWiki's own code macro depends on its platform; this one accepts the same parameters.
 */
@Component
@Named("code")
@Singleton
public class CodeMacro extends AbstractMacro<CodeMacro.Parameters>
{
    /** Creates the macro with its descriptor. */
    public CodeMacro()
    {
        super("Code", "Shows program text as it was written.",
            new DefaultContentDescriptor("The program text.", true), Parameters.class);
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
        String language = parameters.getLanguage().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+#-]", "");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", language.isEmpty() || "none".equals(language) ? "code" : "code language-" + language);
        String text = content == null ? "" : content.strip().isEmpty() ? "" : content.replaceFirst("^\\r?\\n", "");
        if (context.isInline()) {
            return List.of(new VerbatimBlock(text, attributes, true));
        }
        Block code = new VerbatimBlock(text.stripTrailing(), attributes, false);
        Map<String, String> box = Map.of("class", "box code");
        return List.of(parameters.getTitle().isBlank() ? new GroupBlock(List.of(code), box)
            : new GroupBlock(List.of(new ParagraphBlock(List.of(new WordBlock(parameters.getTitle())),
                Map.of("class", "code-title")), code), box));
    }

    /** The parameters of the macro. */
    public static class Parameters
    {
        private String language = "";

        private String title = "";

        /** @return the programming language */
        public String getLanguage()
        {
            return this.language;
        }

        /**
         * @param language the programming language
         */
        @PropertyDescription("The programming language, for example java.")
        public void setLanguage(String language)
        {
            this.language = language == null ? "" : language;
        }

        /** @return the title above the code */
        public String getTitle()
        {
            return this.title;
        }

        /** @param title the title above the code */
        @PropertyDescription("What stands above the text.")
        public void setTitle(String title)
        {
            this.title = title == null ? "" : title;
        }
    }
}
