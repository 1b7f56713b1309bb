/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import java.time.Duration;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;

/**
 * Limits the cost of the suite's macros in one request, since each macro queries the database and prints, and a page
 * may contain hundreds. A member's text may contain a few macros, of scope {@link MacroScope#TEXTS} only.
 */
@Component(roles = MacroUse.class)
@Singleton
public class MacroUse
{
    /** Maximum number of the suite's macros that one request runs. */
    static final int MACROS = 60;

    /** Maximum number of HTML characters that they print together. */
    static final long OUTPUT = 4_000_000;

    /** Maximum time that they take together. */
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
     * @param scope where the macro may be used
     * @param restricted whether the transformation runs in restricted mode
     * @return the translation key of the message that says why the macro does not run, {@code null} if it may run
     */
    String refusal(MacroScope scope, boolean restricted)
    {
        boolean text = TextLimits.areOfText();
        if (text && scope != MacroScope.TEXTS || scope == MacroScope.ADMINISTRATION
            && (restricted || !isAdministrators())) {
            return "cop.macro.refused";
        }
        if (text && !TextLimits.current().admitOwnMacro()) {
            return "cop.macro.tooMany.text";
        }
        if (isTimeOver()) {
            return "cop.macro.tooMany.page";
        }
        Cost cost = cost();
        cost.macros++;
        return cost.macros > MACROS || cost.output > OUTPUT || cost.nanos > TIME.toNanos()
            ? "cop.macro.tooMany.page" : null;
    }

    /**
     * Returns whether the author of the page is an administrator; {@code true} if {@link Requests#author()} is empty.
     * One click in an administrative form performs the action, so only an administrator may put such a form on a page.
     */
    private boolean isAdministrators()
    {
        Requests request = this.requests.get();
        return request.author()
            .map(author -> Administrators.include(this.access.get(), request.wiki(), author)).orElse(true);
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
     * Counts the cost of a macro after it has run.
     *
     * @param length the number of HTML characters it printed
     * @param nanos the time it took, in nanoseconds
     * @return the translation key of the message that says why its output is not shown, {@code null} if it is shown
     */
    String spend(int length, long nanos)
    {
        if (TextLimits.areOfText() && !TextLimits.current().admitOwnOutput(length)) {
            return "cop.macro.tooMany.text";
        }
        Cost cost = cost();
        cost.output += length;
        cost.nanos += nanos;
        return cost.output > OUTPUT ? "cop.macro.tooMany.page" : null;
    }

    /** @return whether no macro of this request has asked the reader to sign in yet; from now on one has */
    boolean isFirstToAskForSignIn()
    {
        Cost cost = cost();
        boolean first = !cost.asksForSignIn;
        cost.asksForSignIn = true;
        return first;
    }

    /** @return whether no macro of this request has said yet that there is no community; from now on one has */
    boolean isFirstWithoutCommunity()
    {
        Cost cost = cost();
        boolean first = !cost.lacksCommunity;
        cost.lacksCommunity = true;
        return first;
    }

    private Cost cost()
    {
        ExecutionContext context = this.execution.getContext();
        if (context == null) {
            return new Cost();
        }
        Cost cost = (Cost) context.getProperty(KEY);
        if (cost == null) {
            cost = new Cost();
            context.setProperty(KEY, cost);
        }
        return cost;
    }

    /** Cost of the macros of one request. Used by one thread. */
    private static final class Cost
    {
        private int macros;

        private long output;

        private long nanos;

        private boolean asksForSignIn;

        private boolean lacksCommunity;
    }
}
