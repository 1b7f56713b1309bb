/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageNames;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.PageLine;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.PageStore.IndexQuery;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Lists the pages of the wiki or of a space, or the pages that changed last. */
@Component
@Named("pages")
@Singleton
public class PagesAction extends PageAction
{
    private static final int SHOWN = 50;

    @Inject
    private PageLines lines;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        String typed = exchange.parameter("space").strip();
        boolean recent = "recent".equals(exchange.parameter("order"));
        SpaceId everywhere = new SpaceId(WikiOptions.WIKI, List.of());
        SpaceId space = typed.isEmpty() ? everywhere
            : PageNames.space(typed, Layout.MAIN).orElseThrow(WebException::notFound);
        List<PageLine> found = recent ? this.store.recent(WikiOptions.WIKI, this.guard.visible(), SHOWN)
            : this.store.index(new IndexQuery(space, after(exchange), false, this.guard.visible(), SHOWN + 1));
        boolean more = !recent && found.size() > SHOWN;
        List<PageLine> shown = more ? found.subList(0, SHOWN) : found;
        Map<String, Object> values = new HashMap<>();
        values.put("lines", this.lines.of(shown));
        values.put("space", typed);
        values.put("recent", recent);
        values.put("next", more ? "/bin/pages?space=" + PageUrls.encode(typed) + "&after="
            + PageUrls.encode(shown.get(SHOWN - 1).id().toString()) : "");
        values.put("first", exchange.parameter("after").isEmpty());
        String title = recent ? text("embedded.pages.recent")
            : typed.isEmpty() ? text("embedded.pages.title") : text("embedded.pages.space", typed);
        this.layout.send(exchange, View.of(title, print("pages", values)));
    }

    private static PageId after(Exchange exchange) throws WebException
    {
        String after = exchange.parameter("after");
        try {
            return after.isEmpty() ? null : Optional.of(PageId.parse(after)).filter(PageStore::isPlace)
                .orElseThrow(WebException::notFound);
        } catch (IllegalArgumentException e) {
            throw WebException.notFound();
        }
    }
}
