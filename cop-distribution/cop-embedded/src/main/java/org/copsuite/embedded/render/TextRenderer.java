/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.text.LimitedPrinter;
import org.copsuite.text.LocalImages;
import org.copsuite.text.MacroOutput;
import org.copsuite.text.SemanticMarkup;
import org.copsuite.text.SharedMacros;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.MetaDataBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.transformation.TransformationException;

/** Runs the macros of a parsed text and prints it. */
@Component(roles = TextRenderer.class)
@Singleton
public class TextRenderer
{
    @Inject
    @Named("macro")
    private Transformation macros;

    @Inject
    @Named("html/5.0")
    private BlockRenderer renderer;

    @Inject
    private RenderingContext context;

    @Inject
    private Execution execution;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private LocalImages images;

    /**
     * @param xdom the parsed text; it is modified
     * @param page the page that links and images are relative to
     * @param id identifies the text among all that are rendered for one response
     * @param restricted whether its author is not trusted
     * @return the HTML, and whether it is the same for every reader
     * @throws TransformationException if the macros could not run at all
     */
    Printed print(XDOM xdom, PageId page, String id, boolean restricted) throws TransformationException
    {
        MetaDataBlock based = new MetaDataBlock(xdom.getChildren(), MetaData.BASE, page.toString());
        xdom.setChildren(List.of(based));
        TransformationContext transformation = new TransformationContext(xdom, Syntax.XWIKI_2_1, restricted);
        transformation.setId(id);
        transformation.setTargetSyntax(Syntax.HTML_5_0);
        boolean own = this.execution.getContext() == null;
        if (own) {
            this.execution.setContext(new ExecutionContext());
        }
        try {
            ((MutableRenderingContext) this.context).transformInContext(this.macros, transformation, xdom);
            boolean shared = SharedMacros.only(xdom);
            if (restricted) {
                MacroOutput.restrict(xdom);
                this.images.restrict(xdom);
            }
            StringBuilder raw = new StringBuilder();
            if (isRaw(xdom, raw)) {
                return new Printed(new Html(raw.toString()), shared);
            }
            SemanticMarkup.apply(xdom,
                () -> this.texts.get().text(Locale.ENGLISH, SemanticMarkup.SPOILER_WORDS));
            DefaultWikiPrinter printer = new LimitedPrinter(TextLimits.current());
            this.renderer.render(xdom, printer);
            return new Printed(new Html(printer.toString()), shared);
        } finally {
            if (own) {
                this.execution.removeContext();
            }
        }
    }

    /**
     * Whether the text has only macros that return HTML, as sheets have: then the renderer is not needed. Appends the
     * HTML.
     */
    private static boolean isRaw(Block block, StringBuilder html)
    {
        if (block instanceof RawBlock raw && raw.getSyntax().equals(Syntax.HTML_5_0)) {
            html.append(raw.getRawContent());
            return true;
        }
        if (!(block instanceof MetaDataBlock || block instanceof MacroMarkerBlock)) {
            return false;
        }
        for (Block child : block.getChildren()) {
            if (!isRaw(child, html)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Runs work that may exceed a limit for texts or the stack.
     *
     * @param work the work
     * @param instead computes the result if a limit was exceeded
     * @param <T> the type of the result
     * @return the result of one or the other
     */
    static <T> T orElse(Supplier<T> work, Function<TextLimitException, T> instead)
    {
        try {
            return work.get();
        } catch (TextLimitException e) {
            return instead.apply(e);
        } catch (StackOverflowError e) {
            return instead.apply(new TextLimitException(TextLimitException.Reason.DEPTH));
        }
    }

    /**
     * The printed text.
     *
     * @param html the HTML
     * @param shared whether it is the same for every reader
     */
    record Printed(Html html, boolean shared)
    {
    }
}
