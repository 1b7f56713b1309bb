/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceSerializer;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.doc.rcs.XWikiRCSNodeInfo;

/** Reads pages and their versions. */
@Component(roles = PageReader.class)
@Singleton
public class PageReader
{
    private static final String FIRST = "1.1";

    @Inject
    private WikiContext wiki;

    @Inject
    @Named("document")
    private UserReferenceSerializer<DocumentReference> users;

    Optional<Page> load(PageId page)
    {
        return this.wiki.in(page.wiki(), "Reading a page", context -> load(page, context));
    }

    Optional<Page> load(PageId page, XWikiContext context) throws XWikiException
    {
        XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
        return document.isNew() ? Optional.empty() : Optional.of(page(document, context));
    }

    /**
     * @param document an existing page, in its default locale
     * @param context XWiki's context
     * @return the page
     */
    Page page(XWikiDocument document, XWikiContext context) throws XWikiException
    {
        UserId author = author(document);
        UserId first = FIRST.equals(document.getVersion()) ? author : firstAuthor(document, context, author);
        return new Page(Names.page(document.getDocumentReference()), document.getTitle(), document.getContent(), author,
            first, instant(document.getCreationDate()), instant(document.getDate()), document.getVersion(),
            Boolean.TRUE.equals(document.isHidden()), PageObjects.read(document));
    }

    /** @return the person who acted, as XWiki's events and history name the author */
    UserId author(XWikiDocument document)
    {
        return user(document.getAuthors().getOriginalMetadataAuthor());
    }

    private UserId user(UserReference reference)
    {
        return Names.user(reference == null ? null : this.users.serialize(reference));
    }

    /** @return the author of the oldest stored version */
    private static UserId firstAuthor(XWikiDocument document, XWikiContext context, UserId otherwise)
        throws XWikiException
    {
        String[] versions = document.getRecentRevisions(0, context);
        if (versions.length == 0) {
            return otherwise;
        }
        XWikiRCSNodeInfo oldest = document.getRevisionInfo(versions[versions.length - 1], context);
        return oldest == null ? otherwise : author(oldest, document);
    }

    private static UserId author(XWikiRCSNodeInfo node, XWikiDocument document)
    {
        WikiId wiki = new WikiId(document.getDocumentReference().getWikiReference().getName());
        String name = node.getAuthor();
        boolean guest = name == null || name.isEmpty() || name.endsWith(".XWikiGuest");
        return guest ? UserId.GUEST
            : Names.parse(wiki.value(), name).map(profile -> new UserId(profile.toString())).orElse(UserId.GUEST);
    }

    private static Instant instant(Date date)
    {
        return Instant.ofEpochMilli(date.getTime());
    }

    List<Revision> history(PageId page)
    {
        return this.wiki.in(page.wiki(), "Reading the history of a page", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            List<Revision> history = new ArrayList<>();
            if (!document.isNew()) {
                for (String version : document.getRecentRevisions(0, context)) {
                    XWikiRCSNodeInfo node = document.getRevisionInfo(version, context);
                    history.add(new Revision(version, author(node, document), instant(node.getDate()),
                        node.getComment(), node.isMinorEdit()));
                }
            }
            return history;
        });
    }

    Optional<Page> load(PageId page, String version)
    {
        return this.wiki.in(page.wiki(), "Reading a version of a page", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            if (document.isNew() || !List.of(document.getRecentRevisions(0, context)).contains(version)) {
                return Optional.empty();
            }
            XWikiDocument then = context.getWiki().getVersioningStore().loadXWikiDoc(document, version, context);
            return Optional.of(page(then, context));
        });
    }
}
