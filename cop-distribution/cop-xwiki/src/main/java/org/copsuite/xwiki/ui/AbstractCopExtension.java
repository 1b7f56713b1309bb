/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.CompositeBlock;
import org.xwiki.uiextension.UIExtension;

/** What the suite's entries in XWiki's pages share: they are made anew at each call, in the reader's language. */
abstract class AbstractCopExtension implements UIExtension
{
    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Suite> suite;

    private final String id;

    private final String point;

    AbstractCopExtension(String id, String point)
    {
        this.id = id;
        this.point = point;
    }

    String text(String key)
    {
        return this.texts.get().text(this.requests.get().locale(), key);
    }

    /** @return whether the suite is on in the wiki that is asked */
    boolean isOn()
    {
        return this.suite.get().isOn(this.requests.get().wiki());
    }

    /** @return the page at hand */
    Optional<PageId> page()
    {
        return this.requests.get().page();
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    @Override
    public String getExtensionPointId()
    {
        return this.point;
    }

    /** XWiki's templates add to the map that they get. */
    @Override
    public abstract Map<String, String> getParameters();

    @Override
    public Block execute()
    {
        return new CompositeBlock(List.of());
    }
}
