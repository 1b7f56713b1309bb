/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.xwiki.component.annotation.Component;

/** Serves the static files. */
@Component(roles = ResourceServlet.class)
@Singleton
public class ResourceServlet extends HttpServlet
{
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Resources resources;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException
    {
        String path = request.getRequestURI();
        Optional<Resources.Content> found = path.startsWith(Resources.ROOT)
            ? this.resources.find(path.substring(Resources.ROOT.length())) : Optional.empty();
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().print("There is no such file.");
            return;
        }
        Resources.Content content = found.get();
        response.setContentType(content.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        String accepted = request.getHeader("Accept-Encoding");
        boolean packed = accepted != null && accepted.contains("gzip") && content.packed().length < content.plain().length;
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = packed ? content.packed() : content.plain();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
