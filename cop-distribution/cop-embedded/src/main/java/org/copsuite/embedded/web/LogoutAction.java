/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Signs a person out. Only a POST does so, so that no link or picture can do it. */
@Component
@Named("logout")
@Singleton
public class LogoutAction extends PageAction
{
    @Inject
    private SessionCookies cookies;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        if (!exchange.isPost()) {
            throw WebException.notFound();
        }
        this.cookies.close(exchange);
        this.layout.redirect(exchange, this.layout.home(), "signed-out");
    }
}
