/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import java.time.Duration;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;

/**
 * What the suite's macros may cost in one request: each of them asks the database and prints, and a page may hold
 * hundreds. Members' texts may hold a few of those that only show something.
 */
@Component(roles = MacroUse.class)
@Singleton
public class MacroUse
{
    /** The most macros of the suite that one request runs. */
    static final int MACROS = 60;

    /** The most characters of HTML that they give together. */
    static final long OUTPUT = 4_000_000;

    /** How long they may take together. */
    static final Duration TIME = Duration.ofSeconds(10);

    private static final String KEY = MacroUse.class.getName();

    @Inject
    private Execution execution;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Access> access;

    /**
     * Counts a macro before it runs.
     *
     * @param place where the macro may stand
     * @param restricted whether the text around it is restricted
     * @return the translation key of the sentence that says why it does not run, {@code null} where it may
     */
    String refusal(MacroScope place, boolean restricted)
    {
        boolean text = TextLimits.areOfText();
        if (text && place != MacroScope.TEXTS || place == MacroScope.ADMINISTRATION
            && (restricted || !isAdministrators())) {
            return "cop.macro.refused";
        }
        if (text && !TextLimits.current().admitOwnMacro()) {
            return "cop.macro.tooMany.text";
        }
        if (isTimeOver()) {
            return "cop.macro.tooMany.page";
        }
        Spent spent = spent();
        spent.macros++;
        return spent.macros > MACROS || spent.output > OUTPUT || spent.nanos > TIME.toNanos()
            ? "cop.macro.tooMany.page" : null;
    }

    /** What an administrator may do is offered only where an administrator answers for the page: one click may do it. */
    private boolean isAdministrators()
    {
        Requests request = this.requests.get();
        return request.author().map(author -> !author.isGuest()
            && this.access.get().has(author, Right.ADMINISTER, SpaceId.of(request.wiki()))).orElse(true);
    }

    private static boolean isTimeOver()
    {
        try {
            if (TextLimits.areOpen()) {
                TextLimits.current().checkTime();
            }
            return false;
        } catch (TextLimitException e) {
            return true;
        }
    }

    /**
     * Counts what a macro took.
     *
     * @param length how many characters of HTML it gives
     * @param nanos how long it took
     * @return the translation key of the sentence that says why it is not shown, {@code null} where it is
     */
    String spend(int length, long nanos)
    {
        if (TextLimits.areOfText() && !TextLimits.current().admitOwnOutput(length)) {
            return "cop.macro.tooMany.text";
        }
        Spent spent = spent();
        spent.output += length;
        spent.nanos += nanos;
        return spent.output > OUTPUT ? "cop.macro.tooMany.page" : null;
    }

    private Spent spent()
    {
        ExecutionContext context = this.execution.getContext();
        if (context == null) {
            return new Spent();
        }
        Spent spent = (Spent) context.getProperty(KEY);
        if (spent == null) {
            spent = new Spent();
            context.setProperty(KEY, spent);
        }
        return spent;
    }

    /** By one request, in one thread. */
    private static final class Spent
    {
        private int macros;

        private long output;

        private long nanos;
    }
}
