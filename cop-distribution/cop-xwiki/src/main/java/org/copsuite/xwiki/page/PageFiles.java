/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageFile;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiAttachment;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Reads and writes files as XWiki's attachments. Adding a file does not change the version of the page, like a comment.
 */
@Component(roles = PageFiles.class)
@Singleton
public class PageFiles
{
    @Inject
    private WikiContext wiki;

    @Inject
    private PageSaver saver;

    void attach(PageId page, PageFile file, FileContent content)
    {
        this.wiki.in(page.wiki(), "Adding a file to a page", context -> {
            this.saver.amend(page, context, (document, c) -> {
                if (document.isNew()) {
                    return false;
                }
                document.setAttachment(attachment(document, file, content));
                return true;
            });
            return null;
        });
    }

    private static XWikiAttachment attachment(XWikiDocument document, PageFile file, FileContent content)
    {
        XWikiAttachment attachment = new XWikiAttachment(document, file.name());
        try (InputStream stream = content.open()) {
            attachment.setContent(stream);
        } catch (IOException e) {
            throw new WikiFailure("Failed to store a file.", e);
        }
        attachment.setAuthorReference(Names.account(file.author()));
        attachment.setMimeType(file.type());
        attachment.setDate(Date.from(file.at()));
        return attachment;
    }

    List<PageFile> list(PageId page)
    {
        return this.wiki.in(page.wiki(), "Reading the files of a page", context -> {
            List<PageFile> files = new ArrayList<>();
            for (XWikiAttachment attachment : document(page, context).getAttachmentList()) {
                Date at = attachment.getDate();
                files.add(new PageFile(attachment.getFilename(), type(attachment), attachment.getLongSize(),
                    Names.user(attachment.getAuthorReference()), at == null ? Instant.EPOCH : at.toInstant()));
            }
            files.sort(Comparator.comparing(PageFile::name));
            return files;
        });
    }

    private static String type(XWikiAttachment attachment)
    {
        String type = attachment.getMimeType();
        return type == null ? "application/octet-stream" : type;
    }

    Optional<FileContent> content(PageId page, String name)
    {
        return this.wiki.in(page.wiki(), "Reading a file of a page", context -> {
            XWikiAttachment attachment = document(page, context).getExactAttachment(name);
            return attachment == null ? Optional.empty() : Optional.of(FileContent.of(bytes(attachment, context)));
        });
    }

    private static byte[] bytes(XWikiAttachment attachment, XWikiContext context) throws XWikiException
    {
        try (InputStream stream = attachment.getContentInputStream(context)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new WikiFailure("Failed to read a file.", e);
        }
    }

    private static XWikiDocument document(PageId page, XWikiContext context) throws XWikiException
    {
        return context.getWiki().getDocument(Names.reference(page), context);
    }
}
