/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.io.InputStream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.ServletException;
import javax.servlet.http.Part;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.question.PostFiles;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.xwiki.component.annotation.Component;

/** Adds a file to a page. */
@Component
@Named("upload")
@Singleton
public class UploadAction extends PageAction
{
    /** The number of bytes at the start of a file from which its type is detected. */
    private static final int START = 64;

    @Inject
    private Attachments attachments;

    @Inject
    private PostFiles files;

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
        Part file = file(exchange);
        String path = file.getSubmittedFileName().replace('\\', '/');
        String name = PlainText.line(path.substring(path.lastIndexOf('/') + 1));
        FileContent content = content(file);
        try (InputStream start = content.open()) {
            this.files.check(this.guard.user(), page, name, start.readNBytes(START));
            this.attachments.add(page.id(), name, content, this.guard.user());
        } catch (CopException e) {
            throw refused(e);
        } catch (RefusedException e) {
            throw WebException.of(e);
        }
        this.layout.redirect(exchange, url(page.id(), "attachments"), "uploaded");
    }

    private static FileContent content(Part part)
    {
        return new FileContent()
        {
            @Override
            public long size()
            {
                return part.getSize();
            }

            @Override
            public InputStream open() throws IOException
            {
                return part.getInputStream();
            }
        };
    }

    private static WebException refused(CopException refusal)
    {
        CopException.Message why = refusal.getFields().values().stream().findFirst().orElse(refusal.getText());
        return WebException.wrong(why.key(), why.arguments());
    }

    /**
     * @param exchange a request with a form
     * @return the uploaded file
     * @throws WebException if the form contains no file
     * @throws IOException if the file cannot be read
     */
    static Part file(Exchange exchange) throws WebException, IOException
    {
        try {
            String type = exchange.request().getContentType();
            Part file = type != null && type.startsWith("multipart/form-data") ? exchange.request().getPart("file") : null;
            if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isBlank()) {
                throw WebException.wrong("embedded.attachment.missing");
            }
            return file;
        } catch (ServletException e) {
            throw WebException.wrong("embedded.error.request");
        }
    }
}
