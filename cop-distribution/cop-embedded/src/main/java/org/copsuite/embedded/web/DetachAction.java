/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Attachments;
import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Deletes a file of a page. */
@Component
@Named("detach")
@Singleton
public class DetachAction extends PageAction
{
    @Inject
    private Attachments attachments;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        if (!exchange.isPost()) {
            throw WebException.notFound();
        }
        Page page = viewable(exchange);
        if (!this.guard.mayAttach(page)) {
            throw WebException.forbidden();
        }
        String name = exchange.parameter("file");
        this.attachments.find(page.id(), name).orElseThrow(WebException::notFound);
        this.attachments.delete(page.id(), name, this.guard.user());
        this.layout.redirect(exchange, url(page.id(), "attachments"), "removed");
    }
}
