/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.page.PageWriter;
import org.copsuite.person.Persons;
import org.copsuite.project.ProjectActs;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Draft;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Creates, edits and deletes the pages of projects. */
@Component(roles = ProjectWriter.class)
@Singleton
public class ProjectWriter
{
    private static final int SLUG = 60;

    private static final int ID_DIGITS = 8;

    /** The maximum length of a page title, in {@code char}s. */
    private static final int PAGE_TITLE = 250;

    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    @Named(ProjectRights.HINT)
    private ProjectRights rights;

    /** Asks this capability for the holders of milestones, so it is looked up late. */
    @Inject
    private Provider<MilestoneService> milestones;

    PageId start(UserId actor, Draft draft) throws CopException
    {
        Optional<LedgerEntry> first = this.ledger.first(draft.wiki(), draft.id());
        if (first.isPresent()) {
            if (!first.get().is(ProjectActs.STARTED) || !first.get().getActor().equals(actor)) {
                throw CopException.notFound();
            }
            return PageId.parse(visible(actor, draft.wiki(), draft.id()).page);
        }
        if (draft.community() == null) {
            throw CopException.invalid("community", "cop.project.error.community");
        }
        CommunityLocation home =
            this.communities.find(actor, draft.wiki(), List.of(draft.community())).get(draft.community());
        if (home == null) {
            throw CopException.notFound();
        }
        if (!this.rights.plans(actor, draft.wiki(), draft.community())) {
            throw CopException.forbidden();
        }
        Form form = check(draft, home.page());
        PageId page = page(home.page(), form.title(), draft.id());
        if (page.toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        return this.writer.save(new PageDraft(page, PlainText.cut(form.title(), PAGE_TITLE), form.body(), actor, null,
            ProjectPages.object(draft.id(), form.people()), false, "", false, null)).id();
    }

    private static PageId page(PageId home, String title, UUID id)
    {
        String slug = PlainText.slug(title, SLUG);
        String name = (slug.isEmpty() ? "" : slug + '-') + id.toString().substring(0, ID_DIGITS);
        return home.space().child(ProjectPages.SPACE).child(name).home();
    }

    /** Validates a form; its people must be able to view the page. */
    private Form check(Draft draft, PageId page) throws CopException
    {
        FormCheck form = new FormCheck();
        String title = form.line("title", draft.title(), 3, ProjectService.TITLE_MAXIMUM, "cop.project.error.title");
        String body = form.text("body", draft.body(), 0, ProjectService.BODY_MAXIMUM, "cop.project.error.body");
        List<UserId> people = draft.people().stream().distinct().toList();
        if (people.size() > ProjectService.PEOPLE_MAXIMUM) {
            form.refuse("people", "cop.project.error.people.many", ProjectService.PEOPLE_MAXIMUM);
        }
        Map<UserId, Person> found = this.persons.find(people);
        people.stream().map(found::get).filter(one -> !one.active() || !this.rights.mayView(one.id(), page)).findFirst()
            .ifPresent(one -> form.refuse("people", "cop.project.error.person", one.name()));
        form.end();
        return new Form(title, body, people);
    }

    private record Form(String title, String body, List<UserId> people)
    {
    }

    PageId edit(UserId actor, Draft draft, String version) throws CopException
    {
        ProjectRow row = visible(actor, draft.wiki(), draft.id());
        if (!this.rights.mayEdit(actor, row)) {
            throw CopException.forbidden();
        }
        Form form = check(draft, PageId.parse(row.page));
        Page now = this.pages.load(PageId.parse(row.page)).orElseThrow(CopException::notFound);
        PageObject object = ProjectPages.object(draft.id(), form.people());
        PageDraft changed = new PageDraft(now.id(), PlainText.cut(form.title(), PAGE_TITLE), form.body(), actor, null,
            object, now.hidden(), "", false, version);
        boolean same = now.version().equals(version) && now.title().equals(changed.title())
            && now.content().equals(changed.content()) && now.object().orElseThrow().equals(object);
        return same ? now.id() : this.writer.save(changed).id();
    }

    PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        ProjectRow row = visible(actor, wiki, id);
        CommunityId lead = new CommunityId(row.community);
        if (!this.rights.plans(actor, wiki, lead)) {
            throw CopException.forbidden();
        }
        if (!this.milestones.get().list(actor, new Query(wiki, null, id, Set.of(), null, 1)).items().isEmpty()) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.project.error.milestones");
        }
        PageId page = PageId.parse(row.page);
        this.pages.load(page).ifPresent(found -> this.writer.delete(found, actor));
        return Optional.ofNullable(this.communities.find(actor, wiki, List.of(lead)).get(lead))
            .map(CommunityLocation::page).orElse(page);
    }

    private ProjectRow visible(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        ProjectRow row = this.ledger.read(session -> {
            ProjectRow found = ProjectPages.find(session, wiki, id);
            if (found != null) {
                session.evict(found);
            }
            return found;
        });
        if (row == null || row.deleted || !this.rights.mayView(actor, PageId.parse(row.page))) {
            throw CopException.notFound();
        }
        return row;
    }
}
