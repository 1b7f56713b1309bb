/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.text.MacroGate;
import org.copsuite.text.RefusedText;
import org.copsuite.text.Restriction;
import org.copsuite.text.SafeParser;
import org.copsuite.text.TextIds;
import org.copsuite.text.TextLimitException;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.transformation.TransformationException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Renders pages. Caches parsed content by page and version, and printed content if it is the same for every reader. */
@Component
@Singleton
public class DefaultPageRenderer implements PageRenderer, Initializable
{
    private static final Duration TIME = Duration.ofSeconds(10);

    /** The time limit of pages that are restricted as members' texts are. */
    private static final Duration MEMBERS_TIME = Duration.ofSeconds(3);

    private static final long CACHED_CHARACTERS = 8_000_000;

    /** The maximum number of cached characters; a parsed text takes about thirty bytes for each of its characters. */
    private static final long PARSED_CHARACTERS = 1_000_000;

    private static final int RESTRICTED = 10_000;

    private static final SpaceId WIKI = SpaceId.of(WikiOptions.WIKI);

    private static final int OVERHEAD = 200;

    /**
     * Marks a page with a link that depends on the reader: the cache has its results by the spaces that readers may
     * view.
     */
    private static final Html BY_READER = new Html("");

    @Inject
    private SafeParser parser;

    @Inject
    private TextRenderer renderer;

    @Inject
    private MacroGate gate;

    @Inject
    private RefusedText refused;

    @Inject
    private PageStore store;

    @Inject
    private Access access;

    @Inject
    private GroupDirectory groups;

    @Inject
    private People people;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Logger logger;

    private final AtomicLong generation = new AtomicLong();

    private final Cache<Key, Parsed> parsed = Caffeine.newBuilder().maximumWeight(PARSED_CHARACTERS)
        .weigher((Key key, Parsed value) -> value.length + OVERHEAD).build();

    /** Whether a version of a page is restricted, for example because an author of the page is not trusted. */
    private final Cache<Key, Boolean> restricted = Caffeine.newBuilder().maximumSize(RESTRICTED).build();

    private final Cache<PrintedKey, Html> printed = Caffeine.newBuilder().maximumWeight(CACHED_CHARACTERS)
        .weigher((PrintedKey key, Html value) -> value.value().length() + OVERHEAD).build();

    @Override
    public void initialize()
    {
        this.store.onChange(page -> {
            this.generation.incrementAndGet();
            // A page that was deleted and created again has the same first version.
            this.parsed.asMap().keySet().removeIf(key -> key.page.equals(page));
            this.restricted.asMap().keySet().removeIf(key -> key.page.equals(page));
        });
        this.access.onChange(space -> resetTrust());
        // A user who is no longer an administrator is no longer trusted.
        this.groups.listen(this::resetTrust);
    }

    private void resetTrust()
    {
        this.generation.incrementAndGet();
        this.parsed.invalidateAll();
        this.restricted.invalidateAll();
    }

    @Override
    public Html content(Page page, PageId on)
    {
        PrintedKey key = new PrintedKey(page.id(), page.version(), on, this.generation.get(),
            this.texts.get().language(this.requests.get().locale()), null);
        Html known = find(key);
        if (known != null) {
            return known;
        }
        ReaderLinks.Result<TextRenderer.Printed> result = ReaderLinks.during(() -> printed(page, key));
        TextRenderer.Printed fresh = result.value();
        if (fresh.shared() && result.byReader()) {
            this.printed.put(key, BY_READER);
            this.printed.put(key.readBy(spaces(on)), fresh.html());
        } else if (fresh.shared()) {
            this.printed.put(key, fresh.html());
        }
        return fresh.html();
    }

    private Html find(PrintedKey key)
    {
        Html known = this.printed.getIfPresent(key);
        return known == BY_READER ? this.printed.getIfPresent(key.readBy(spaces(key.on))) : known;
    }

    private Set<SpaceId> spaces(PageId on)
    {
        return this.access.visibleSpaces(on.wiki(), this.people.current());
    }

    private TextRenderer.Printed printed(Page page, PrintedKey key)
    {
        TextLimits limits = isRestricted(page) ? TextLimits.ofMembersPage(MEMBERS_TIME) : TextLimits.ofPage(TIME);
        try (TextLimits.Scope scope = limits.open()) {
            return TextRenderer.orElse(() -> {
                Html known = limits.awaitTurnOf(page.content()) ? find(key) : null;
                if (known != null) {
                    // Somebody else has printed and cached it meanwhile.
                    return new TextRenderer.Printed(known, false);
                }
                Parsed text = this.parsed.get(new Key(page.id(), page.version()), unused -> parse(page));
                return print(text.xdom.clone(), key.on, isRestricted(page), page.content());
            }, limit -> {
                Markup.Rendered plain = this.refused.render(page.content(), limit);
                return new TextRenderer.Printed(plain.html(), plain.shared());
            });
        }
    }

    @Override
    public Html preview(String text, PageId on)
    {
        TextLimits limits = TextLimits.ofMembersPage(MEMBERS_TIME);
        try (TextLimits.Scope scope = limits.open()) {
            return TextRenderer.orElse(() -> {
                limits.awaitTurnOf(text);
                return print(parse(text, true), on, true, text).html();
            }, limit -> this.refused.render(text, limit).html());
        }
    }

    @Override
    public boolean isTrusted(UserId user)
    {
        return user.equals(this.people.service())
            || !user.isGuest() && !user.isImported() && this.access.has(user, Right.ADMINISTER, WIKI);
    }

    private boolean isRestricted(Page page)
    {
        return this.restricted.get(new Key(page.id(), page.version()), unused -> page.object().isPresent()
            || !isTrusted(page.author())
            || !this.store.authors(page.id()).stream().allMatch(this::isTrusted));
    }

    private Parsed parse(Page page)
    {
        return new Parsed(parse(page.content(), isRestricted(page)), page.content().length());
    }

    private XDOM parse(String text, boolean restricted)
    {
        try {
            XDOM xdom = this.parser.parse(text, new TextIds());
            if (restricted) {
                Restriction.apply(xdom, 0);
                this.gate.admit(xdom, 0);
            }
            return xdom;
        } catch (ParseException e) {
            this.logger.debug("Failed to parse a page; shows its source.", e);
            throw new TextLimitException(TextLimitException.Reason.MARKUP);
        }
    }

    private TextRenderer.Printed print(XDOM xdom, PageId on, boolean restricted, String text)
    {
        try {
            return this.renderer.print(xdom, on, "page", restricted);
        } catch (TransformationException e) {
            this.logger.warn("Failed to run the macros of [{}]; shows its source.", on, e);
            return new TextRenderer.Printed(DefaultMarkup.plainly(text).html(), false);
        }
    }

    /**
     * A version of a page.
     *
     * @param page the page
     * @param version its version
     */
    private record Key(PageId page, String version)
    {
    }

    /**
     * The cache key of a printed page.
     *
     * @param page the page that has the content
     * @param version its version
     * @param on the page that shows the content
     * @param generation the number of changes of pages, rules and groups before printing
     * @param language the language of the messages in it
     * @param spaces the spaces that its readers may view, {@code null} if the result is the same for all readers
     */
    private record PrintedKey(PageId page, String version, PageId on, long generation, Locale language,
        Set<SpaceId> spaces)
    {
        PrintedKey readBy(Set<SpaceId> visible)
        {
            return new PrintedKey(this.page, this.version, this.on, this.generation, this.language, visible);
        }
    }

    /**
     * Parsed content.
     *
     * @param xdom the parsed content; must not be modified
     * @param length the length of the source, in characters
     */
    private record Parsed(XDOM xdom, int length)
    {
    }
}
