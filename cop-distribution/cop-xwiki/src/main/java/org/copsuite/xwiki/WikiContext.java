/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextException;
import org.xwiki.context.ExecutionContextManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;

/** XWiki keeps all that it knows of a request in a context by thread. Threads of the suite's own get one here. */
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
     * What is done with XWiki.
     *
     * @param <T> what it gives
     * @param <E> how it fails, beside XWiki's own exception
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception>
    {
        /**
         * @param context the context, in the wiki that was asked for
         * @return the result
         * @throws XWikiException if XWiki could not do it
         * @throws E if it fails otherwise
         */
        T run(XWikiContext context) throws XWikiException, E;
    }

    /** @return the context of this thread, if it has one */
    public Optional<XWikiContext> current()
    {
        return this.execution.getContext() == null ? Optional.empty() : Optional.ofNullable(this.contexts.get());
    }

    /**
     * Does something in a wiki. The thread's context is used and left as it was; a thread without one has one
     * meanwhile.
     *
     * @param wiki the wiki's id
     * @param what says what is done, for the message of a failure
     * @param work what to do
     * @param <T> what it gives
     * @param <E> how it fails
     * @return what the work gave
     * @throws E as the work does
     * @throws WikiFailure if XWiki could not do it
     */
    public <T, E extends Exception> T in(String wiki, String what, Work<T, E> work) throws E
    {
        Optional<XWikiContext> current = current();
        if (current.isPresent()) {
            return run(current.get(), wiki, what, work);
        }
        try {
            this.contextManager.initialize(new ExecutionContext());
        } catch (ExecutionContextException e) {
            throw new WikiFailure("No context could be made for a thread of the suite's own.", e);
        }
        try {
            return run(this.contexts.get(), wiki, what, work);
        } finally {
            this.execution.removeContext();
        }
    }

    private static <T, E extends Exception> T run(XWikiContext context, String wiki, String what, Work<T, E> work)
        throws E
    {
        String before = context.getWikiId();
        context.setWikiId(wiki);
        try {
            return work.run(context);
        } catch (XWikiException e) {
            throw new WikiFailure(what + " failed.", e);
        } finally {
            context.setWikiId(before);
        }
    }
}
