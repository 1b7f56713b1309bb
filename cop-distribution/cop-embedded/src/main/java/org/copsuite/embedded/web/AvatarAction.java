/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.xwiki.component.annotation.Component;

/** Sends the avatar of the person whose profile page is requested. */
@Component
@Named("avatar")
@Singleton
public class AvatarAction extends PageAction
{
    @Inject
    private Accounts accounts;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        PageId page = id(exchange);
        this.guard.require(Right.VIEW, page);
        if (!page.space().equals(Account.SPACE)) {
            throw WebException.notFound();
        }
        Account account = this.accounts.byLogin(page.name()).orElseThrow(WebException::notFound);
        Accounts.Avatar avatar = this.accounts.avatar(account.id()).orElseThrow(WebException::notFound);
        exchange.response().setContentType(avatar.contentType());
        exchange.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        exchange.response().setHeader("Cache-Control", "private, max-age=86400");
        exchange.response().setContentLength(avatar.bytes().length);
        exchange.response().getOutputStream().write(avatar.bytes());
    }
}
