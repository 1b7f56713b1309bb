/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Sends the markup of a page. */
@Component
@Named("raw")
@Singleton
public class RawAction extends PageAction
{
    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        String version = exchange.parameter("rev");
        Page shown = version.isEmpty() ? page : version(page.id(), version);
        byte[] bytes = shown.content().getBytes(StandardCharsets.UTF_8);
        exchange.response().setContentType("text/plain; charset=utf-8");
        exchange.response().setContentLength(bytes.length);
        exchange.response().getOutputStream().write(bytes);
    }
}
