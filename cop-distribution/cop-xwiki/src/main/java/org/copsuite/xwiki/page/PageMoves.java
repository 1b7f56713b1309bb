/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.job.Job;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.refactoring.job.MoveRequest;
import org.xwiki.refactoring.job.RefactoringJobs;

import com.xpn.xwiki.doc.XWikiDocument;

/** Moves and deletes pages as XWiki's own menus do: including child pages, with updated links and a redirect. */
@Component(roles = PageMoves.class)
@Singleton
public class PageMoves
{
    private static final LocalDocumentReference REDIRECT = new LocalDocumentReference(Names.SYSTEM, "RedirectClass");

    @Inject
    @Named("context")
    private Provider<ComponentManager> components;

    @Inject
    private WikiContext wiki;

    @Inject
    private PageReader reader;

    @Inject
    private Provider<People> people;

    void move(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        if (this.reader.load(from).isEmpty() || !isFree(to)) {
            throw new StaleVersionException(this.reader.load(to).orElse(null));
        }
        MoveRequest request = new MoveRequest();
        request.setJobType(RefactoringJobs.RENAME);
        request.setEntityReferences(List.of(from.isHome() ? Names.reference(from.space()) : Names.reference(from)));
        request.setDestination(to.isHome() && from.isHome() ? Names.reference(to.space()) : Names.reference(to));
        request.setDeep(from.isHome());
        request.setDeleteSource(true);
        request.setUpdateLinks(true);
        request.setAutoRedirect(true);
        request.setInteractive(false);
        // The caller has checked the required rights.
        request.setCheckRights(false);
        request.setUserReference(Names.account(actor));
        this.wiki.in(from.wiki(), "Moving a page",
            context -> this.people.get().as(actor, () -> run(RefactoringJobs.RENAME, request)));
    }

    /**
     * Returns whether a page can be moved here. XWiki's job would overwrite an existing page; a redirect that an
     * earlier move left may be overwritten.
     */
    private boolean isFree(PageId page)
    {
        return this.wiki.in(page.wiki(), "Reading a page", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            return document.isNew() || document.getXObject(REDIRECT) != null;
        });
    }

    /** Runs the job in this thread, so that its events are sent in this thread too. */
    private Void run(String type, MoveRequest request)
    {
        Job job;
        try {
            job = this.components.get().getInstance(Job.class, type);
        } catch (ComponentLookupException e) {
            throw new WikiFailure("Failed to find XWiki's job that moves pages.", e);
        }
        job.initialize(request);
        job.run();
        Throwable failure = job.getStatus().getError();
        if (failure != null) {
            throw new WikiFailure("Failed to move a page.", failure);
        }
        return null;
    }

    void delete(PageId page, UserId actor)
    {
        this.wiki.in(page.wiki(), "Deleting a page", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
            if (!document.isNew()) {
                this.people.get().as(actor, () -> {
                    context.getWiki().deleteAllDocuments(document, context);
                    return null;
                });
            }
            return null;
        });
    }
}
