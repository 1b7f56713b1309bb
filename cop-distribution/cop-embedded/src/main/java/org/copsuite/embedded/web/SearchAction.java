/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.PageLine;
import org.copsuite.embedded.store.SearchWords;
import org.xwiki.component.annotation.Component;

/** Finds pages by words in their titles and texts. */
@Component
@Named("search")
@Singleton
public class SearchAction extends PageAction
{
    private static final int SHOWN = 50;

    private static final int QUERY = 200;

    @Inject
    private PageLines lines;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        String typed = exchange.parameter("q").replaceAll("[\\p{Cntrl}]+", " ").strip();
        String query = typed.length() > QUERY ? typed.substring(0, QUERY) : typed;
        List<PageLine> found = query.isEmpty() ? List.of()
            : this.store.search(WikiOptions.WIKI, query, this.guard.visible(), SHOWN);
        Map<String, Object> values = new HashMap<>();
        values.put("query", query);
        values.put("lines", this.lines.found(found, SearchWords.of(query)));
        this.layout.send(exchange, View.of(text("embedded.search.title"), print("search", values)));
    }
}
