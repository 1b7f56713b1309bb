/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Optional;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.syntax.MacroCatalog;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.macro.MacroId;
import org.xwiki.rendering.macro.MacroLookupException;
import org.xwiki.rendering.macro.MacroManager;
import org.xwiki.rendering.macro.descriptor.ContentDescriptor;
import org.xwiki.rendering.syntax.Syntax;

/** Looks macros up in XWiki Rendering: what it cannot run is no macro, whether it is missing or broken. */
@Component
@Singleton
public class DefaultMacroCatalog implements MacroCatalog
{
    /** Longer names are not looked up. */
    private static final int LONGEST = 200;

    @Inject
    private Provider<MacroManager> macros;

    @Override
    public Content content(String name)
    {
        if (name.length() > LONGEST) {
            return Content.UNKNOWN;
        }
        return Stream.of(new MacroId(name, Syntax.XWIKI_2_1), new MacroId(name)).map(this::find)
            .flatMap(Optional::stream).findFirst().map(DefaultMacroCatalog::content).orElse(Content.UNKNOWN);
    }

    private Optional<Macro<?>> find(MacroId id)
    {
        try {
            return this.macros.get().exists(id) ? Optional.of(this.macros.get().getMacro(id)) : Optional.empty();
        } catch (MacroLookupException e) {
            return Optional.empty();
        }
    }

    private static Content content(Macro<?> macro)
    {
        ContentDescriptor content = macro.getDescriptor().getContentDescriptor();
        boolean wiki = content == null || Block.LIST_BLOCK_TYPE.equals(content.getType());
        return wiki ? Content.WIKI : Content.VERBATIM;
    }
}
