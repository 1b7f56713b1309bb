/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.StaleVersionException;
import org.xwiki.component.annotation.Component;

/** Saves the content of an old version as the newest version. */
@Component
@Named("restore")
@Singleton
public class RestoreAction extends PageAction
{
    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        if (!exchange.isPost()) {
            throw WebException.notFound();
        }
        PageId id = viewable(exchange).id();
        if (!this.guard.mayEdit(id)) {
            throw WebException.forbidden();
        }
        String old = version(id, exchange.parameter("rev")).version();
        try {
            this.store.restore(id, old, exchange.parameter("version"), this.guard.user());
        } catch (StaleVersionException e) {
            throw new WebException(HttpServletResponse.SC_CONFLICT, "embedded.restore.conflict");
        }
        this.layout.redirect(exchange, this.links.view(id), "restored");
    }
}
