/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageStore;
import org.copsuite.text.PlainTextReader;
import org.copsuite.text.Restriction;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextLimits;
import org.copsuite.text.Verbatim;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.transformation.TransformationException;
import org.xwiki.rendering.util.IdGenerator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Renders members' text. What is the same for every reader is kept for a while, until any page of the wiki changes,
 * since links show whether their page exists.
 */
@Component
@Singleton
public class DefaultMarkup implements Markup, Initializable
{
    /** What the ids of members' texts start with. */
    static final String ID = "cop-text";

    private static final Duration TIME = Duration.ofSeconds(2);

    private static final long KEPT_CHARACTERS = 8_000_000;

    private static final int DEEPEST = 2;

    private static final ThreadLocal<Integer> NESTED = ThreadLocal.withInitial(() -> 0);

    @Inject
    private SafeParser parser;

    @Inject
    private PlainTextReader plainText;

    @Inject
    private TextRenderer renderer;

    @Inject
    private PageStore pages;

    @Inject
    private Logger logger;

    private final AtomicLong generation = new AtomicLong();

    private final AtomicLong texts = new AtomicLong();

    private final Cache<Key, Rendered> kept = Caffeine.newBuilder().maximumWeight(KEPT_CHARACTERS)
        .weigher((Key key, Rendered value) -> key.text.length() + value.html().value().length())
        .expireAfterAccess(Duration.ofMinutes(30)).build();

    @Override
    public void initialize()
    {
        this.pages.onChange(page -> this.generation.incrementAndGet());
    }

    @Override
    public Rendered render(String text, PageId page)
    {
        Key key = new Key(text, page, this.generation.get());
        Rendered known = this.kept.getIfPresent(key);
        if (known != null) {
            return known;
        }
        int nested = NESTED.get();
        NESTED.set(nested + 1);
        try (TextLimits.Scope scope = TextLimits.within(TIME).open()) {
            Rendered rendered = TextRenderer.orElse(() -> wiki(text, page, nested), () -> plainly(text));
            if (rendered.shared()) {
                this.kept.put(key, rendered);
            }
            return rendered;
        } finally {
            NESTED.set(nested);
        }
    }

    private Rendered wiki(String text, PageId page, int nested)
    {
        try {
            XDOM xdom = this.parser.parse(text, new IdGenerator());
            if (nested >= DEEPEST) {
                // A text that shows itself, through a macro of the suite in it, ends here.
                xdom.getBlocks(new ClassBlockMatcher(MacroBlock.class), Block.Axes.DESCENDANT)
                    .forEach(macro -> macro.getParent().replaceChild(List.of(), macro));
            }
            Restriction.apply(xdom, 1);
            TextRenderer.Printed printed =
                this.renderer.print(xdom, page, ID + this.texts.incrementAndGet(), true);
            return new Rendered(printed.html(), printed.shared());
        } catch (ParseException | TransformationException e) {
            this.logger.debug("A text could not be rendered", e);
            return plainly(text);
        }
    }

    /** The text as it was written, for what cannot be rendered: it stays readable. */
    static Rendered plainly(String text)
    {
        return new Rendered(Verbatim.html(text), true);
    }

    @Override
    public String plain(String text)
    {
        return this.plainText.read(text);
    }

    /**
     * What a rendered text is kept by.
     *
     * @param text the text
     * @param page where it stands
     * @param generation how often pages had changed
     */
    private record Key(String text, PageId page, long generation)
    {
    }
}
