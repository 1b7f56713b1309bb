/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Lists the files of a page. */
@Component
@Named("attachments")
@Singleton
public class AttachmentsAction extends PageAction
{
    @Inject
    private AttachmentLists lists;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        this.layout.send(exchange,
            View.of(text("embedded.attachments.title", Layout.title(page)), this.lists.whole(page), page));
    }
}
