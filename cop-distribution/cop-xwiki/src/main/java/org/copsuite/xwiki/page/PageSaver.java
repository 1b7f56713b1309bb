/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.Date;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Saves pages. Enforces required rights and requires none on pages that members write: otherwise scripts in the text of
 * a member would run with all rights after an administrator corrects a title.
 */
@Component(roles = PageSaver.class)
@Singleton
public class PageSaver
{
    private static final LocalDocumentReference REQUIRED_RIGHT =
        new LocalDocumentReference(Names.SYSTEM, "RequiredRightClass");

    @Inject
    private WikiContext wiki;

    @Inject
    private PageLocks locks;

    @Inject
    private PageReader reader;

    @Inject
    private Provider<People> people;

    @Inject
    @Named("document")
    private UserReferenceResolver<DocumentReference> users;

    /**
     * Changes a page before it is saved.
     *
     * @param <E> the exception that the change may throw
     */
    @FunctionalInterface
    public interface Change<E extends Exception>
    {
        /**
         * @param document the page, a clone of the stored one
         * @param context XWiki's context
         * @return whether the page has to be saved
         * @throws XWikiException if XWiki fails
         * @throws E if the change is refused
         */
        boolean make(XWikiDocument document, XWikiContext context) throws XWikiException, E;
    }

    Page save(PageDraft draft) throws StaleVersionException
    {
        PageId id = draft.id();
        return this.wiki.<Page, StaleVersionException>in(id.wiki(), "Saving a page", context -> {
            XWikiDocument saved = save(id, draft.comment(), draft.minor(), context,
                (Change<StaleVersionException>) (document, c) -> {
                    String version = document.isNew() ? null : document.getVersion();
                    if (!Objects.equals(version, draft.expected())) {
                        throw new StaleVersionException(document.isNew() ? null : this.reader.page(document, c));
                    }
                    write(draft, document, c);
                    return true;
                });
            return this.reader.page(saved, context);
        });
    }

    /**
     * Reads a page from the database (the cache of a node may be outdated), changes and saves it. Holds the lock of the
     * page, so that no other save by the suite runs meanwhile.
     *
     * @param id the page, in the wiki of the context
     * @param comment the comment of the version
     * @param minor whether the edit is minor
     * @param context XWiki's context
     * @param change the change
     * @param <E> the exception that the change may throw
     * @return the saved page, or the unchanged page if there was nothing to save
     * @throws XWikiException if XWiki fails to read or save the page
     * @throws E if the change throws it
     */
    public <E extends Exception> XWikiDocument save(PageId id, String comment, boolean minor, XWikiContext context,
        Change<E> change) throws XWikiException, E
    {
        PageLocks.Held lock = this.locks.hold(id);
        try (lock) {
            XWikiDocument document = context.getWiki().getNotCacheStore()
                .loadXWikiDoc(new XWikiDocument(Names.reference(id)), context).clone();
            document.setMinorEdit(minor);
            if (change.make(document, context)) {
                context.getWiki().saveDocument(document, Cleaning.clean(comment), minor, context);
            }
            return document;
        }
    }

    /**
     * Changes what a page stores beside its text, such as comments, under the same lock. Keeps version, author and
     * date, so that a concurrent edit of the text is not refused.
     *
     * @param id the page, in the wiki of the context
     * @param context XWiki's context
     * @param change the change
     * @throws XWikiException if XWiki fails to read or save the page
     */
    void amend(PageId id, XWikiContext context, Change<RuntimeException> change) throws XWikiException
    {
        PageLocks.Held lock = this.locks.hold(id);
        try (lock) {
            XWikiDocument document = context.getWiki().getNotCacheStore()
                .loadXWikiDoc(new XWikiDocument(Names.reference(id)), context).clone();
            if (change.make(document, context)) {
                document.setContentDirty(false);
                document.setMetaDataDirty(false);
                context.getWiki().saveDocument(document, document.getComment(), document.isMinorEdit(), context);
            }
        }
    }

    private void write(PageDraft draft, XWikiDocument document, XWikiContext context) throws XWikiException
    {
        document.setTitle(Cleaning.clean(draft.title()));
        document.setContent(Cleaning.clean(draft.content()));
        document.setSyntax(Syntax.XWIKI_2_1);
        document.setHidden(draft.hidden());
        if (draft.object() != null) {
            PageObjects.write(document, draft.object(), context);
        }
        protect(document);
        sign(document, draft.author());
        document.setMetaDataDirty(true);
        if (draft.at() != null) {
            date(document, Date.from(draft.at()));
        }
    }

    /** Prevents scripts in a page of the suite from running, whoever saves it next. */
    private static void protect(XWikiDocument document)
    {
        document.setEnforceRequiredRights(true);
        document.removeXObjects(REQUIRED_RIGHT);
    }

    /**
     * Sets the author to the person who acted, and the creator to the service account, since a creator has the right to
     * delete.
     *
     * @param document a page that is about to be saved
     * @param author the person who acted
     */
    public void sign(XWikiDocument document, UserId author)
    {
        // Imported people have no account, so the service account is the author.
        UserReference service = this.users.resolve(Names.account(this.people.get().service()));
        UserReference user = author.isImported() ? service : this.users.resolve(Names.account(author));
        DocumentAuthors authors = document.getAuthors();
        authors.setEffectiveMetadataAuthor(user);
        authors.setOriginalMetadataAuthor(user);
        authors.setContentAuthor(user);
        if (document.isNew()) {
            authors.setCreator(service);
        }
    }

    /**
     * Sets the date of the version. XWiki would set date and version of a page that is marked dirty, so this method
     * sets both and clears the marks.
     */
    private static void date(XWikiDocument document, Date at)
    {
        document.incrementVersion();
        document.setDate(at);
        document.setContentUpdateDate(at);
        if (document.isNew()) {
            document.setCreationDate(at);
        }
        document.setContentDirty(false);
        document.setMetaDataDirty(false);
    }
}
