/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/** Reads and writes comments as XWiki's comment objects. The id of a comment is the GUID of its object. */
@Component(roles = PageComments.class)
@Singleton
public class PageComments
{
    private static final LocalDocumentReference COMMENTS =
        new LocalDocumentReference(Names.SYSTEM, "XWikiComments");

    private static final String AUTHOR = "author";

    private static final String DATE = "date";

    private static final String TEXT = "comment";

    @Inject
    private WikiContext wiki;

    @Inject
    private PageSaver saver;

    void add(PageId page, PageComment comment)
    {
        this.wiki.in(page.wiki(), "Commenting on a page", context -> {
            this.saver.amend(page, context, (document, c) -> {
                if (document.isNew() || find(document, comment.id()).isPresent()) {
                    return false;
                }
                write(document, comment, c);
                return true;
            });
            return null;
        });
    }

    private static void write(XWikiDocument document, PageComment comment, XWikiContext context) throws XWikiException
    {
        BaseObject object = document.newXObject(COMMENTS, context);
        object.setGuid(comment.id().toString());
        object.setStringValue(AUTHOR, comment.author().value());
        object.setDateValue(DATE, Date.from(comment.at()));
        object.setLargeStringValue(TEXT, Cleaning.clean(comment.text()));
    }

    void delete(PageId page, UUID comment)
    {
        this.wiki.in(page.wiki(), "Deleting a comment", context -> {
            this.saver.amend(page, context, (document, c) -> {
                Optional<BaseObject> found = find(document, comment);
                found.ifPresent(document::removeXObject);
                return found.isPresent();
            });
            return null;
        });
    }

    List<PageComment> list(PageId page)
    {
        return this.wiki.in(page.wiki(), "Reading comments", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            List<PageComment> comments = new ArrayList<>();
            for (BaseObject object : objects(document)) {
                read(document, object).ifPresent(comments::add);
            }
            comments.sort(Comparator.comparing(PageComment::at));
            return comments;
        });
    }

    Optional<PageComment> find(PageId page, UUID id)
    {
        return this.wiki.in(page.wiki(), "Reading a comment", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            return find(document, id).flatMap(object -> read(document, object));
        });
    }

    private static Optional<PageComment> read(XWikiDocument document, BaseObject object)
    {
        WikiId wiki = new WikiId(document.getDocumentReference().getWikiReference().getName());
        String author = object.getStringValue(AUTHOR);
        UserId by = author.startsWith(UserId.IMPORTED) ? new UserId(author)
            : Names.parse(wiki.value(), author).map(profile -> new UserId(profile.toString())).orElse(UserId.GUEST);
        Date at = object.getDateValue(DATE);
        return id(object).map(id -> new PageComment(id, by,
            Instant.ofEpochMilli(at == null ? document.getDate().getTime() : at.getTime()),
            object.getStringValue(TEXT)));
    }

    private static Optional<UUID> id(BaseObject object)
    {
        try {
            return Optional.of(UUID.fromString(object.getGuid()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BaseObject> find(XWikiDocument document, UUID id)
    {
        String guid = id.toString();
        return objects(document).stream().filter(object -> guid.equalsIgnoreCase(object.getGuid())).findFirst();
    }

    private static List<BaseObject> objects(XWikiDocument document)
    {
        List<BaseObject> objects = document.getXObjects(COMMENTS);
        return objects == null ? List.of() : objects.stream().filter(object -> object != null).toList();
    }
}
