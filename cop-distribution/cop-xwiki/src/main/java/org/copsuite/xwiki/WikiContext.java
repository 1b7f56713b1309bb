/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextException;
import org.xwiki.context.ExecutionContextManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;

/**
 * Provides XWiki's context, which XWiki keeps per thread, to any thread. Background threads of the suite get a context
 * for the duration of one call.
 */
@Component(roles = WikiContext.class)
@Singleton
public class WikiContext
{
    @Inject
    private Provider<XWikiContext> contexts;

    @Inject
    private Execution execution;

    @Inject
    private ExecutionContextManager contextManager;

    /**
     * Work that uses XWiki.
     *
     * @param <T> the type of the result
     * @param <E> the exception that it throws beside {@link XWikiException}
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception>
    {
        /**
         * @param context the context, set to the requested wiki
         * @return the result
         * @throws XWikiException if XWiki fails
         * @throws E if the work fails for another reason
         */
        T run(XWikiContext context) throws XWikiException, E;
    }

    /** @return the context of this thread; empty if it has none */
    public Optional<XWikiContext> current()
    {
        return this.execution.getContext() == null ? Optional.empty() : Optional.ofNullable(this.contexts.get());
    }

    /**
     * Runs work in a wiki. Uses the context of the thread and restores its wiki afterwards; a thread without a context
     * gets one for the duration of the call.
     *
     * @param wiki the id of the wiki
     * @param what describes the work in the message of a failure
     * @param work the work
     * @param <T> the type of the result
     * @param <E> the exception that the work throws
     * @return the result of the work
     * @throws E if the work throws it
     * @throws WikiFailure if XWiki fails, or if no context can be initialised
     */
    public <T, E extends Exception> T in(WikiId wiki, String what, Work<T, E> work) throws E
    {
        Optional<XWikiContext> current = current();
        if (current.isPresent()) {
            return run(current.get(), wiki, what, work);
        }
        try {
            this.contextManager.initialize(new ExecutionContext());
        } catch (ExecutionContextException e) {
            throw new WikiFailure("Failed to initialise a context for a background thread.", e);
        }
        try {
            return run(this.contexts.get(), wiki, what, work);
        } finally {
            this.execution.removeContext();
        }
    }

    private static <T, E extends Exception> T run(XWikiContext context, WikiId wiki, String what, Work<T, E> work)
        throws E
    {
        String before = context.getWikiId();
        context.setWikiId(wiki.value());
        try {
            return work.run(context);
        } catch (XWikiException e) {
            throw new WikiFailure(what + " failed.", e);
        } finally {
            context.setWikiId(before);
        }
    }
}
