/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.properties.BeanManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.macro.MacroId;
import org.xwiki.rendering.macro.MacroLookupException;
import org.xwiki.rendering.macro.MacroManager;
import org.xwiki.rendering.macro.MacroPreparationException;
import org.xwiki.rendering.macro.descriptor.DefaultMacroDescriptor;
import org.xwiki.rendering.macro.descriptor.MacroDescriptor;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * Replaces XWiki's macro of the same name. That macro runs any template of the wiki, even in a restricted text, and a
 * template may end the request: a single answer could make a page unusable. This macro refuses to run in texts of
 * members and delegates to XWiki's macro elsewhere. XWiki prefers a macro for a syntax to the macro for all syntaxes.
 */
@Component
@Named(TemplateMacro.NAME + "/xwiki/2.1")
@Singleton
public class TemplateMacro implements Macro<Object>
{
    static final String NAME = "template";

    private static final int PRIORITY = 1000;

    @Inject
    private Provider<MacroManager> macros;

    @Inject
    private Provider<BeanManager> beans;

    @Inject
    private MembersText members;

    @SuppressWarnings("unchecked")
    private Macro<Object> own() throws MacroLookupException
    {
        return (Macro<Object>) this.macros.get().getMacro(new MacroId(NAME));
    }

    @Override
    public int getPriority()
    {
        return PRIORITY;
    }

    /**
     * Returns the descriptor of XWiki's macro in the internal category, which dialogs do not list: they list XWiki's
     * macro already.
     */
    @Override
    public MacroDescriptor getDescriptor()
    {
        try {
            MacroDescriptor own = own().getDescriptor();
            DefaultMacroDescriptor descriptor = new DefaultMacroDescriptor(new MacroId(NAME, Syntax.XWIKI_2_1),
                own.getName(), own.getDescription(), own.getContentDescriptor(),
                this.beans.get().getBeanDescriptor(own.getParametersBeanClass()));
            descriptor.setDefaultCategories(Set.of(AbstractMacro.DEFAULT_CATEGORY_INTERNAL));
            return descriptor;
        } catch (MacroLookupException e) {
            throw new IllegalStateException("The wiki has no macro [" + NAME + "].", e);
        }
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(Object parameters, String content, MacroTransformationContext context)
        throws MacroExecutionException
    {
        if (this.members.isRendered()) {
            throw new MacroExecutionException("The template macro is not allowed in texts of members.");
        }
        try {
            return own().execute(parameters, content, context);
        } catch (MacroLookupException e) {
            throw new MacroExecutionException("The wiki has no macro [" + NAME + "].", e);
        }
    }

    @Override
    public void prepare(MacroBlock block) throws MacroPreparationException
    {
        try {
            own().prepare(block);
        } catch (MacroLookupException e) {
            throw new MacroPreparationException("The wiki has no macro [" + NAME + "].", e);
        }
    }

    @Override
    public int compareTo(Macro<?> other)
    {
        return getPriority() - other.getPriority();
    }
}
