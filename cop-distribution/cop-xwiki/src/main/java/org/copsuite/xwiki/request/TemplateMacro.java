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
 * XWiki's macro of this name runs any template of the wiki, also in a restricted text, and a template may end the
 * request: one answer could keep everybody from the page. In members' texts it is refused, elsewhere XWiki's own runs:
 * XWiki asks for the macro of a syntax before the one for all.
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

    /** As XWiki's own, but among those that dialogs do not offer: that one is offered already. */
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
            throw new MacroExecutionException("A member's text runs no template.");
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
