/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.Locale;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Markup.Rendered;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Renders members' texts as HTML. Caches the HTML by id, version and page, but only if every reader would get the same.
 */
@Component(roles = MemberTexts.class)
@Singleton
public class MemberTexts
{
    /** Maximum weight of the cache, in characters of HTML. */
    private static final long MAXIMUM_WEIGHT = 24_000_000;

    private static final int OVERHEAD = 200;

    private final Cache<Key, Html> cache = Caffeine.newBuilder().maximumWeight(MAXIMUM_WEIGHT)
        .weigher((Key key, Html html) -> OVERHEAD + html.value().length()).build();

    @Inject
    private Provider<Markup> markup;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Texts> texts;

    /**
     * @param id the id of the post, comment or community
     * @param version its version
     * @param text the text, xwiki/2.1
     * @param page the page of the text
     * @return safe HTML
     */
    public Html html(UUID id, String version, String text, PageId page)
    {
        Key key = new Key(id, version, page, text.hashCode(), this.texts.get().language(this.requests.get().locale()));
        Html html = this.cache.getIfPresent(key);
        if (html == null) {
            Rendered rendered = this.markup.get().render(text, page);
            html = rendered.html();
            if (rendered.shared()) {
                this.cache.put(key, html);
            }
        }
        return html;
    }

    /**
     * @param text a text that has no version yet, xwiki/2.1
     * @param page the page of the text, which need not exist yet
     * @return safe HTML, not cached
     */
    public Html preview(String text, PageId page)
    {
        return this.markup.get().render(text, page).html();
    }

    /**
     * Cache key of a text. The hash distinguishes it from a deleted text with the same id and version. The language is
     * part of the key because macros print messages.
     */
    private record Key(UUID id, String version, PageId page, int hash, Locale language)
    {
    }
}
