/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.fragment.Refusals;
import org.copsuite.setting.Suite;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Html;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * Base class of all macros of the suite. Prints a root element around the output, requests the style sheet and the
 * JavaScript module, and prints a message if the macro fails. A macro shows only what the reader may view, so readers
 * never share its output.
 *
 * @param <P> the parameters
 */
public abstract class AbstractCopMacro<P> extends AbstractMacro<P>
{
    @Inject
    private Printer printer;

    @Inject
    private MacroInput input;

    @Inject
    private MacroUse use;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Refusals refusals;

    /**
     * @param name the name in the wiki's list of macros
     * @param description what the macro shows, for that list
     * @param parameters the class of the parameters
     */
    protected AbstractCopMacro(String name, String description, Class<?> parameters)
    {
        super(name, description, parameters);
        setDefaultCategories(Set.of("Communities"));
    }

    @Override
    public boolean supportsInlineMode()
    {
        return false;
    }

    @Override
    public List<Block> execute(P parameters, String content, MacroTransformationContext context)
    {
        boolean restricted =
            context.getTransformationContext() != null && context.getTransformationContext().isRestricted();
        String refusal = this.use.refusal(scope(), restricted);
        long started = System.nanoTime();
        Html root = root(refusal == null ? limited(parameters, context)
            : message(this.printer.text(refusal, name())));
        refusal = refusal == null ? this.use.spend(root.value().length(), System.nanoTime() - started) : null;
        return List.of(new RawBlock(refusal == null ? root.value()
            : root(message(this.printer.text(refusal, name()))).value(), Syntax.HTML_5_0));
    }

    /** Without open limits, the texts that the macro shows share the time limit of one page. */
    private Html limited(P parameters, MacroTransformationContext context)
    {
        if (TextLimits.areOpen()) {
            return shown(parameters, context);
        }
        try (TextLimits.Scope scope = TextLimits.ofPage(MacroUse.TIME).open()) {
            return shown(parameters, context);
        }
    }

    private Html shown(P parameters, MacroTransformationContext context)
    {
        try {
            refuseUnknownParameters(context.getCurrentMacroBlock());
            if (!showsWhereOff()) {
                this.suite.get().check(this.printer.wiki());
            }
            return html(parameters);
        } catch (NoCommunityException e) {
            return this.use.isFirstWithoutCommunity() ? this.printer.print("part/message", "kind", "info", "message",
                this.printer.text(e.getKey())) : Html.EMPTY;
        } catch (WrongParameterException e) {
            return message(this.printer.text(e.getKey(), e.getArguments()));
        } catch (CopException e) {
            return e.getKind() == CopException.Kind.SIGN_IN && !this.use.isFirstToAskForSignIn() ? Html.EMPTY
                : this.refusals.of(name(), e);
        } catch (RuntimeException e) {
            return this.refusals.of(name(), e);
        }
    }

    private String name()
    {
        return getDescriptor().getId().getId();
    }

    private Html root(Html html)
    {
        this.printer.links().use("cop.css");
        Html module = this.printer.links().use("cop.js");
        return this.printer.print("part/root", "content", html, "texts", this.input.clientTexts(), "module", module);
    }

    /**
     * @param parameters the parameters, as the author of the page wrote them
     * @return the output of the macro
     * @throws CopException if the request is refused or a service is unavailable; the page shows its message
     * @throws WrongParameterException if a parameter is invalid; the page shows its message
     */
    protected abstract Html html(P parameters) throws CopException, WrongParameterException;

    /** @return where the macro may be used; by default only on administrators' pages */
    protected MacroScope scope()
    {
        return MacroScope.ADMINISTRATION;
    }

    /**
     * @return whether the macro also prints its output in a wiki where the suite is switched off; by default it does
     *         not
     */
    protected boolean showsWhereOff()
    {
        return false;
    }

    /** @return the printer of templates, which knows the reader and the wiki */
    protected Printer printer()
    {
        return this.printer;
    }

    /** @return the reader of parameters and of the choices in the URL */
    protected MacroInput input()
    {
        return this.input;
    }

    private Html message(String text)
    {
        return this.printer.print("part/message", "kind", "error", "message", text);
    }

    private void refuseUnknownParameters(MacroBlock macro) throws WrongParameterException
    {
        if (macro == null) {
            return;
        }
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(getDescriptor().getParameterDescriptorMap().keySet());
        for (String name : macro.getParameters().keySet()) {
            if (!known.contains(name)) {
                throw known.isEmpty() ? new WrongParameterException("cop.macro.noParameter", macro.getId(), name)
                    : new WrongParameterException("cop.macro.unknownParameter", macro.getId(), name,
                        String.join(", ", known));
            }
        }
    }
}
