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
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.CompositeBlock;
import org.xwiki.uiextension.UIExtension;

/**
 * Base class of the suite's UI extensions of XWiki's pages. They compute their parameters at each call, in the language
 * of the reader.
 */
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

    /** Whether the last call failed and its failure was logged. */
    private final AtomicBoolean failed = new AtomicBoolean();

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
     * Runs a query for a UI extension and returns a fallback if it fails. XWiki calls the suite's UI extensions on each
     * of its pages. If the suite's tables cannot be read, the rest of XWiki must work: the suite then shows nothing
     * there, and logs the first of consecutive failures.
     *
     * @param query the query
     * @param fallback the result if the query fails
     * @param <T> the type of the result
     * @return the result of the query, or the fallback
     */
    <T> T query(Supplier<T> query, T fallback)
    {
        try {
            T result = query.get();
            this.failed.set(false);
            return result;
        } catch (RuntimeException e) {
            if (this.failed.compareAndSet(false, true)) {
                this.logger.error("Failed to compute the UI extension [{}]; it is not shown.", this.id, e);
            }
            return fallback;
        }
    }

    /** @return whether the suite's pages are installed in the current wiki and the suite is enabled there */
    boolean isOn()
    {
        return query(() -> {
            WikiId wiki = this.requests.get().wiki();
            return this.installed.areIn(wiki) && this.suite.get().isOn(wiki);
        }, false);
    }

    /** @return the current page; empty if the context has none */
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

    /** Returns a mutable map, since XWiki's templates add to it. */
    @Override
    public abstract Map<String, String> getParameters();

    @Override
    public Block execute()
    {
        return new CompositeBlock(List.of());
    }
}
