/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.slf4j.Logger;
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

    @Inject
    private InstalledPages installed;

    @Inject
    private Logger logger;

    /** Whether a failure was told, and none since was none. */
    private final AtomicBoolean told = new AtomicBoolean();

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

    /**
     * Each of XWiki's pages asks the suite's entries what they show. Where the suite's tables cannot be read, all other of
     * XWiki must go on: then nothing of the suite is shown there, and the log tells why, once.
     *
     * @param answer what an entry wants to know
     * @param otherwise what counts where that cannot be known
     * @param <T> what it wants to know
     * @return the answer
     */
    <T> T known(Supplier<T> answer, T otherwise)
    {
        try {
            T known = answer.get();
            this.told.set(false);
            return known;
        } catch (RuntimeException e) {
            if (this.told.compareAndSet(false, true)) {
                this.logger.error("The entry [{}] is not shown: the suite cannot be asked.", this.id, e);
            }
            return otherwise;
        }
    }

    /** @return whether the suite's pages are in the wiki that is asked, and the suite is on there */
    boolean isOn()
    {
        return known(() -> {
            String wiki = this.requests.get().wiki();
            return this.installed.areIn(wiki) && this.suite.get().isOn(wiki);
        }, false);
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
