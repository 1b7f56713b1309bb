/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.embedded.store.PageStore;
import org.copsuite.text.MacroGate;
import org.copsuite.text.PlainTextReader;
import org.copsuite.text.RefusedText;
import org.copsuite.text.Restriction;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextIds;
import org.copsuite.text.TextLimits;
import org.copsuite.text.Verbatim;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.transformation.TransformationException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Renders members' text. Results that are the same for every reader are cached for 30 minutes after their last use and
 * until any page or rule of the wiki changes, because links show whether their page exists.
 */
@Component
@Singleton
public class DefaultMarkup implements Markup, Initializable
{
    /** The prefix of the ids of members' texts. */
    static final String ID = "cop-text";

    private static final Duration TIME = Duration.ofSeconds(2);

    private static final long CACHED_CHARACTERS = 8_000_000;

    private static final int MAXIMUM_DEPTH = 2;

    /**
     * Marks a text with a link that depends on the reader: the cache has its results by the spaces that readers may
     * view.
     */
    private static final Rendered BY_READER = new Rendered(Html.EMPTY, false);

    private static final ThreadLocal<Integer> NESTED = ThreadLocal.withInitial(() -> 0);

    @Inject
    private SafeParser parser;

    @Inject
    private PlainTextReader plainText;

    @Inject
    private TextRenderer renderer;

    @Inject
    private MacroGate gate;

    @Inject
    private RefusedText refused;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private PageStore pages;

    @Inject
    private Access access;

    @Inject
    private People people;

    @Inject
    private Logger logger;

    private final AtomicLong generation = new AtomicLong();

    private final AtomicLong rendered = new AtomicLong();

    private final Cache<Key, Rendered> cache = Caffeine.newBuilder().maximumWeight(CACHED_CHARACTERS)
        .weigher((Key key, Rendered value) -> key.text.length() + value.html().value().length())
        .expireAfterAccess(Duration.ofMinutes(30)).build();

    @Override
    public void initialize()
    {
        this.pages.onChange(page -> this.generation.incrementAndGet());
        this.access.onChange(space -> this.generation.incrementAndGet());
    }

    @Override
    public Rendered render(String text, PageId page)
    {
        Key key = new Key(text, page, this.generation.get(), this.texts.get().language(this.requests.get().locale()), null);
        Rendered known = find(key);
        if (known != null) {
            return known;
        }
        ReaderLinks.Result<Fresh> result = ReaderLinks.during(() -> fresh(key));
        Rendered rendered = result.value().rendered();
        if (result.value().found()) {
            return rendered;
        }
        Rendered own = result.byReader() ? new Rendered(rendered.html(), false) : rendered;
        if (rendered.shared()) {
            cache(key, own, result.byReader());
        }
        return own;
    }

    private Rendered find(Key key)
    {
        Rendered known = this.cache.getIfPresent(key);
        if (known == BY_READER) {
            ReaderLinks.note();
            return this.cache.getIfPresent(readByReader(key));
        }
        return known;
    }

    private void cache(Key key, Rendered rendered, boolean byReader)
    {
        if (byReader) {
            this.cache.put(key, BY_READER);
            this.cache.put(readByReader(key), rendered);
        } else {
            this.cache.put(key, rendered);
        }
    }

    private Key readByReader(Key key)
    {
        return key.readBy(this.access.visibleSpaces(key.page.wiki(), this.people.current()));
    }

    private Fresh fresh(Key key)
    {
        int nested = NESTED.get();
        NESTED.set(nested + 1);
        TextLimits limits = TextLimits.within(TIME);
        try (TextLimits.Scope scope = limits.open()) {
            return TextRenderer.orElse(() -> {
                // Whoever waited for the same text needs not render it again.
                Rendered known = limits.awaitTurnOf(key.text) ? find(key) : null;
                return known == null ? new Fresh(wiki(key.text, key.page, nested), false) : new Fresh(known, true);
            }, limit -> new Fresh(this.refused.render(key.text, limit), false));
        } finally {
            NESTED.set(nested);
        }
    }

    private Rendered wiki(String text, PageId page, int nested)
    {
        try {
            XDOM xdom = this.parser.parse(text, new TextIds());
            if (nested >= MAXIMUM_DEPTH) {
                // Ends the recursion of a text that includes itself through a macro of the suite.
                xdom.getBlocks(new ClassBlockMatcher(MacroBlock.class), Block.Axes.DESCENDANT)
                    .forEach(macro -> macro.getParent().replaceChild(List.of(), macro));
            }
            Restriction.apply(xdom, 1);
            this.gate.admit(xdom, 1);
            TextRenderer.Printed printed =
                this.renderer.print(xdom, page, ID + this.rendered.incrementAndGet(), true);
            return new Rendered(printed.html(), printed.shared());
        } catch (ParseException | TransformationException e) {
            this.logger.debug("Failed to render a text; shows its source.", e);
            return plainly(text);
        }
    }

    /** Prints the source of a text that cannot be rendered, so that it stays readable. */
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
     * A text that was not cached.
     *
     * @param rendered the text
     * @param found whether somebody else has rendered and cached it meanwhile
     */
    private record Fresh(Rendered rendered, boolean found)
    {
    }

    /**
     * The cache key of a rendered text.
     *
     * @param text the text
     * @param page the page of the text
     * @param generation the number of changes of pages and rules before rendering
     * @param language the language of the messages in it
     * @param spaces the spaces that its readers may view, {@code null} if the result is the same for all readers
     */
    private record Key(String text, PageId page, long generation, Locale language, Set<SpaceId> spaces)
    {
        Key readBy(Set<SpaceId> visible)
        {
            return new Key(this.text, this.page, this.generation, this.language, visible);
        }
    }
}
