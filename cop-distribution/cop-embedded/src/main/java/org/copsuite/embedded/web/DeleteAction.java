/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Deletes a page after a confirmation. */
@Component
@Named("delete")
@Singleton
public class DeleteAction extends PageAction
{
    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        if (!this.guard.mayDelete(page) || page.id().equals(Layout.MAIN)) {
            throw WebException.forbidden();
        }
        if (exchange.isPost()) {
            this.pages.delete(page.id(), this.guard.user());
            this.layout.redirect(exchange, this.layout.home(), "deleted");
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("action", url(page.id(), "delete"));
        values.put("token", this.requests.token());
        values.put("back", this.links.view(page.id()));
        values.put("space", page.id().isHome());
        this.layout.send(exchange,
            View.of(text("embedded.delete.title", Layout.title(page)), print("delete", values), page));
    }
}
