/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.text.LimitedPrinter;
import org.copsuite.text.LocalImages;
import org.copsuite.text.MacroGate;
import org.copsuite.text.MacroOutput;
import org.copsuite.text.PlainTextReader;
import org.copsuite.text.RefusedText;
import org.copsuite.text.Restriction;
import org.copsuite.text.SafeParser;
import org.copsuite.text.SemanticMarkup;
import org.copsuite.text.SharedMacros;
import org.copsuite.text.TextIds;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimits;
import org.copsuite.text.Verbatim;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Texts;
import org.copsuite.xwiki.WikiContext;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.MetaDataBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.transformation.TransformationException;

/**
 * Renders texts of members with XWiki's renderers, including links, attachments and macros; always restricted.
 * References in a text are relative to its page, also in REST, where XWiki's context has no page.
 */
@Component
@Singleton
public class XWikiMarkup implements Markup
{
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private static final String ID = "cop-text";

    @Inject
    private SafeParser parser;

    @Inject
    private PlainTextReader plainText;

    @Inject
    @Named("macro")
    private Transformation macros;

    @Inject
    @Named("html/5.0")
    private BlockRenderer renderer;

    @Inject
    private RenderingContext rendering;

    @Inject
    private MacroGate gate;

    @Inject
    private LocalImages images;

    @Inject
    private RefusedText refused;

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<Texts> messages;

    @Inject
    private MembersText members;

    @Inject
    private Logger logger;

    private final AtomicLong texts = new AtomicLong();

    @Override
    public Rendered render(String text, PageId page)
    {
        boolean nested = this.members.isRendered();
        MembersText.Scope scope = this.members.begin();
        TextLimits limits = TextLimits.within(TIME_LIMIT);
        TextLimits.Scope limited = limits.open();
        try (scope; limited) {
            limits.awaitTurnOf(text);
            return this.wiki.in(page.wiki(), "Rendering a text", context -> rendered(text, page, nested));
        } catch (TextLimitException e) {
            return this.refused.render(text, e);
        } catch (StackOverflowError e) {
            return this.refused.render(text, new TextLimitException(TextLimitException.Reason.DEPTH));
        }
    }

    private static Rendered verbatim(String text)
    {
        return new Rendered(Verbatim.html(text), true);
    }

    private Rendered rendered(String text, PageId page, boolean nested)
    {
        try {
            XDOM xdom = this.parser.parse(text, new TextIds());
            if (nested) {
                // Ends the recursion of a text that shows itself through one of the suite's macros.
                xdom.getBlocks(new ClassBlockMatcher(MacroBlock.class), Block.Axes.DESCENDANT)
                    .forEach(macro -> macro.getParent().replaceChild(List.of(), macro));
            }
            Restriction.apply(xdom, 1);
            this.gate.admit(xdom, 1);
            xdom.setChildren(List.of(new MetaDataBlock(xdom.getChildren(), MetaData.BASE, page.toString())));
            transform(xdom);
            boolean shared = SharedMacros.only(xdom);
            MacroOutput.restrict(xdom);
            this.images.restrict(xdom);
            SemanticMarkup.apply(xdom,
                () -> this.messages.get().text(Locale.ENGLISH, SemanticMarkup.SPOILER_WORDS));
            DefaultWikiPrinter printer = new LimitedPrinter(TextLimits.current());
            this.renderer.render(xdom, printer);
            return new Rendered(new Html(printer.toString()), shared);
        } catch (ParseException | TransformationException e) {
            this.logger.debug("Failed to render a text; showing it verbatim.", e);
            return verbatim(text);
        }
    }

    private void transform(XDOM xdom) throws TransformationException
    {
        TransformationContext transformation = new TransformationContext(xdom, Syntax.XWIKI_2_1, true);
        transformation.setId(ID + this.texts.incrementAndGet());
        transformation.setTargetSyntax(Syntax.HTML_5_0);
        ((MutableRenderingContext) this.rendering).transformInContext(this.macros, transformation, xdom);
    }

    @Override
    public String plain(String text)
    {
        return this.plainText.read(text);
    }
}
