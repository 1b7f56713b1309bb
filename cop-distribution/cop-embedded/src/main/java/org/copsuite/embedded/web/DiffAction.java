/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Shows what differs between two versions of a page. */
@Component
@Named("diff")
@Singleton
public class DiffAction extends PageAction
{
    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        Page from = version(page.id(), exchange.parameter("from"));
        Page to = version(page.id(), exchange.parameter("to"));
        Map<String, Object> values = new HashMap<>();
        values.put("from", from);
        values.put("to", to);
        values.put("lines", LineDiff.compare(from.content(), to.content()));
        values.put("history", url(page.id(), "history"));
        this.layout.send(exchange,
            View.of(text("embedded.diff.title", Layout.title(page)), print("diff", values), page));
    }
}
