/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.http.FileResponse;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.Attachments.Attachment;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/**
 * Sends a file. The browser shows only PNG, JPEG, GIF and WebP pictures, which cannot run scripts; it saves every other
 * file.
 */
@Component
@Named("download")
@Singleton
public class DownloadAction extends PageAction
{
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    @Inject
    private Attachments attachments;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        String path = exchange.request().getRequestURI();
        String rest = path.substring(path.indexOf('/', PageUrls.ROOT.length()) + 1);
        int slash = rest.lastIndexOf('/');
        if (slash < 0) {
            throw WebException.notFound();
        }
        PageId page = PageUrls.page(ActionServlet.decode(rest.substring(0, slash))).orElseThrow(WebException::notFound);
        String name = PageUrls.name(ActionServlet.decode(rest.substring(slash + 1)));
        viewable(page);
        Attachment found = this.attachments.find(page, name).orElseThrow(WebException::notFound);
        FileContent content = this.attachments.content(page, name).orElseThrow(WebException::notFound);
        HttpServletResponse response = exchange.response();
        boolean picture = PICTURES.contains(found.contentType());
        response.setContentType(picture ? found.contentType() : "application/octet-stream");
        response.setHeader("Content-Disposition", (picture ? "inline" : "attachment") + "; filename*=UTF-8''"
            + PageUrls.encode(name));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        String tag = "\"" + Long.toHexString(found.at().toEpochMilli()) + '-' + found.size() + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(exchange.request().getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLengthLong(content.size());
        FileResponse.send(exchange.request(), content.open());
    }
}
