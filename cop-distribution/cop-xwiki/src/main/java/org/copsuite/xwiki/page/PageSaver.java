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
 * Saves pages. Whatever a member wrote is saved with required rights enforced and none required: otherwise an
 * administrator who corrects a title would lend all rights to scripts in the member's text.
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
     * Changes a page on its way to be saved.
     *
     * @param <E> why it may refuse
     */
    @FunctionalInterface
    public interface Change<E extends Exception>
    {
        /**
         * @param document the page, a clone of what is stored
         * @param context the context
         * @return whether there is anything to save
         * @throws XWikiException if XWiki refuses
         * @throws E if it refuses
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
     * Reads a page from the database (the cache of a node may be behind), changes it and saves it, while nobody else of
     * the suite does.
     *
     * @param id the page, in the context's wiki
     * @param comment why
     * @param minor whether it is a minor edit
     * @param context the context
     * @param change what is changed
     * @param <E> why it may be refused
     * @return the page as saved, or as it is where there was nothing to save
     * @throws XWikiException if it could not be read or saved
     * @throws E as the change does
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
     * Changes what is kept beside a page's text, as comments are, under the same lock: its version, its author and its
     * date stay, so that who edits the text meanwhile is not refused.
     *
     * @param id the page, in the context's wiki
     * @param context the context
     * @param change what is changed
     * @throws XWikiException if it could not be read or saved
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

    /** No script runs in a page of the suite, whoever saves it next. */
    private static void protect(XWikiDocument document)
    {
        document.setEnforceRequiredRights(true);
        document.removeXObjects(REQUIRED_RIGHT);
    }

    /**
     * The author is who acted; the creator is the service account, since a creator has the right to delete.
     *
     * @param document a page on its way to be saved
     * @param author who acted
     */
    public void sign(XWikiDocument document, UserId author)
    {
        // Imported people have no account; what came with them is the service's.
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

    /** XWiki dates and counts what is marked as changed; of what is not marked it keeps both as they are. */
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
