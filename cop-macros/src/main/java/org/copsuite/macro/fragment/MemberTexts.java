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
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What members wrote, as HTML. Kept by id, version and place as long as there is room, but only what every reader would
 * get alike.
 */
@Component(roles = MemberTexts.class)
@Singleton
public class MemberTexts
{
    /** How many characters of HTML are kept. */
    private static final long ROOM = 24_000_000;

    private static final int OVERHEAD = 200;

    private final Cache<Key, Html> kept = Caffeine.newBuilder().maximumWeight(ROOM)
        .weigher((Key key, Html html) -> OVERHEAD + html.value().length()).build();

    @Inject
    private Provider<Markup> markup;

    @Inject
    private Provider<Requests> requests;

    /**
     * @param id what was written
     * @param version its version
     * @param text the text, xwiki/2.1
     * @param page where it stands
     * @return safe HTML
     */
    public Html html(UUID id, String version, String text, PageId page)
    {
        Key key = new Key(id, version, page, text.hashCode(), this.requests.get().locale());
        Html html = this.kept.getIfPresent(key);
        if (html == null) {
            Rendered rendered = this.markup.get().render(text, page);
            html = rendered.html();
            if (rendered.shared()) {
                this.kept.put(key, html);
            }
        }
        return html;
    }

    /**
     * @param text a text that is still being written, xwiki/2.1
     * @param page where it will stand
     * @return safe HTML
     */
    public Html preview(String text, PageId page)
    {
        return this.markup.get().render(text, page).html();
    }

    /** Names a text; its hash tells apart what was deleted and made again with the same version, its locale the sentences. */
    private record Key(UUID id, String version, PageId page, int hash, Locale locale)
    {
    }
}
