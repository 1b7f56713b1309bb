/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.setting.Suite;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Html;
import org.slf4j.Logger;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * What all our macros share: a root element around what is printed, style sheet and module, and sentences in place of
 * failures. Our macros show what the reader may see, so nothing of them is shared between readers.
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
    private Logger logger;

    /**
     * @param name the name to show in the wiki's list of macros
     * @param description what it shows
     * @param parameters the parameters' class
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
            : message(this.printer.text(refusal, getDescriptor().getId().getId())));
        refusal = refusal == null ? this.use.spend(root.value().length(), System.nanoTime() - started) : null;
        return List.of(new RawBlock(refusal == null ? root.value() : root(message(this.printer.text(refusal,
            getDescriptor().getId().getId()))).value(), Syntax.HTML_5_0));
    }

    /** The texts that a macro shows share the time of one page where nothing around the macro has set it. */
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
        } catch (WrongParameterException e) {
            return message(this.printer.text(e.getKey(), e.getArguments()));
        } catch (CopException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            // What stands in the place of a macro that fails shows the reader how we are built.
            this.logger.error("The macro [{}] failed.", getDescriptor().getName(), e);
            return message(this.printer.text("cop.macro.failed"));
        }
    }

    private Html root(Html html)
    {
        this.printer.links().use("cop.css");
        Html module = this.printer.links().use("cop.js");
        return this.printer.print("part/root", "content", html, "texts", this.input.clientTexts(), "module", module);
    }

    /**
     * @param parameters what the author of the page wrote
     * @return what the macro shows
     * @throws CopException where it cannot: the sentence stands in its place
     * @throws WrongParameterException where a parameter is wrong
     */
    protected abstract Html html(P parameters) throws CopException, WrongParameterException;

    /** @return where the macro may stand; only administrators' pages unless it says otherwise */
    protected MacroScope scope()
    {
        return MacroScope.ADMINISTRATION;
    }

    /** @return whether the macro shows something also in a wiki in which the suite is switched off */
    protected boolean showsWhereOff()
    {
        return false;
    }

    /** @return prints templates, and knows who reads what */
    protected Printer printer()
    {
        return this.printer;
    }

    /** @return reads parameters and the reader's choices */
    protected MacroInput input()
    {
        return this.input;
    }

    private Html message(String text)
    {
        return this.printer.print("part/message", "kind", "error", "message", text);
    }

    private Html refusal(CopException refusal)
    {
        if (refusal.getKind() == CopException.Kind.UNAVAILABLE) {
            this.logger.warn("The macro [{}] could not answer: {}", getDescriptor().getName(), refusal.getMessage());
        }
        // A page has no form whose field could be marked: what is wrong is said itself.
        CopException.Message message = refusal.getFields().values().stream().findFirst().orElse(refusal.getText());
        return this.printer.print("part/refusal", "message",
            this.printer.text(message.key(), message.arguments()), "signIn",
            refusal.getKind() == CopException.Kind.SIGN_IN, "begin", refusal.getFields().containsKey("after"));
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
