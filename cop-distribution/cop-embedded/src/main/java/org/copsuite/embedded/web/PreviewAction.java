/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.macro.fragment.Previews;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Sends the preview of an editing field as a fragment. */
@Component
@Named("preview")
@Singleton
public class PreviewAction extends PageAction
{
    @Inject
    private PageRenderer renderer;

    @Inject
    private Markup markup;

    @Inject
    private Previews previews;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        this.guard.requireAccount();
        PageId id = id(exchange);
        if (!exchange.isPost()) {
            throw WebException.notFound();
        }
        String text = exchange.parameter("text").replace("\r\n", "\n");
        boolean page = "page".equals(exchange.parameter("kind"));
        Html html = page ? this.renderer.preview(text, id) : this.markup.render(text, id).html();
        String kind = page ? "wiki-content" : "wiki-content cop-text";
        this.layout.html(exchange, 200, new Html(this.previews.remarks(text).value() + "<div class=\"" + kind + "\">"
            + html.value() + "</div>"));
    }
}
