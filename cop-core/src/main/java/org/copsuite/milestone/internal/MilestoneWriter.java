/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.page.PageWriter;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Creates, edits and deletes the pages of milestones. */
@Component(roles = MilestoneWriter.class)
@Singleton
public class MilestoneWriter
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
    private CommunityService holdings;

    @Inject
    private Persons persons;

    @Inject
    private MilestoneRights rights;

    @Inject
    private MilestoneItems items;

    PageId set(UserId actor, Draft draft) throws CopException
    {
        Optional<LedgerEntry> first = this.ledger.first(draft.wiki(), draft.id());
        if (first.isPresent()) {
            return written(actor, draft, first.get());
        }
        PageId home = home(actor, draft);
        CommunityId community = draft.holder() == null ? draft.community()
            : this.holdings.holding(home).orElseThrow(CopException::notFound);
        if (!this.rights.mayManage(actor, draft.wiki(), community, draft.holder())) {
            throw CopException.forbidden();
        }
        MilestoneForm form = check(draft, home, community);
        PageId page = page(home, form.title(), draft.id());
        if (page.toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        PageDraft written = new PageDraft(page, PlainText.cut(form.title(), PAGE_TITLE), form.body(), actor, null,
            MilestonePages.object(draft.id(), form), false, "", false, null);
        return this.writer.save(written).id();
    }

    /** Returns the page that an earlier submission of the same form created. */
    private PageId written(UserId actor, Draft draft, LedgerEntry first) throws CopException
    {
        if (!first.is(MilestoneActs.SET) || !first.getActor().equals(actor)) {
            throw CopException.notFound();
        }
        return PageId.parse(this.rights.visible(actor, draft.wiki(), draft.id()).page);
    }

    /** Returns the home page of what the milestone belongs to. */
    private PageId home(UserId actor, Draft draft) throws CopException
    {
        if (draft.holder() != null) {
            return this.rights.home(actor, draft.wiki(), draft.holder()).orElseThrow(CopException::notFound);
        }
        if (draft.community() == null) {
            throw CopException.invalid("community", "cop.milestone.error.community");
        }
        return community(actor, draft.wiki(), draft.community()).orElseThrow(CopException::notFound);
    }

    private Optional<PageId> community(UserId actor, WikiId wiki, CommunityId community)
    {
        return Optional.ofNullable(this.communities.find(actor, wiki, List.of(community)).get(community))
            .map(CommunityLocation::page);
    }

    private static PageId page(PageId home, String title, UUID id)
    {
        String slug = PlainText.slug(title, SLUG);
        String name = (slug.isEmpty() ? "" : slug + '-') + id.toString().substring(0, ID_DIGITS);
        return home.space().child(MilestonePages.SPACE).child(name).home();
    }

    /** Validates a form; its people must be able to view the page. The items of an edited one keep their owners. */
    private MilestoneForm check(Draft draft, PageId page, CommunityId community) throws CopException
    {
        FormCheck check = new FormCheck();
        MilestoneForm form = MilestoneForm.of(draft, check);
        List<UserId> named = new ArrayList<>(form.people());
        if (form.owner() != null) {
            named.add(form.owner());
        }
        Map<UserId, Person> people = this.persons.find(named);
        for (UserId person : named) {
            if (!people.get(person).active() || !this.rights.mayView(person, page)) {
                check.refuse(person.equals(form.owner()) ? "owner" : "people", "cop.milestone.error.person",
                    people.get(person).name());
            }
        }
        if (community != null && !form.assignments().isEmpty()) {
            this.items.check(form, community, page, check);
        }
        check.end();
        return form;
    }

    PageId edit(UserId actor, Draft draft, String version) throws CopException
    {
        MilestoneRow row = this.rights.visible(actor, draft.wiki(), draft.id());
        if (!this.rights.of(actor, row).edit()) {
            throw CopException.forbidden();
        }
        MilestoneForm form = check(draft, PageId.parse(row.page), null);
        Page now = this.pages.load(PageId.parse(row.page)).orElseThrow(CopException::notFound);
        PageObject object = MilestonePages.object(draft.id(), form);
        PageDraft changed = new PageDraft(now.id(), PlainText.cut(form.title(), PAGE_TITLE), form.body(), actor, null,
            object, now.hidden(), "", false, version);
        boolean same = now.version().equals(version) && now.title().equals(changed.title())
            && now.content().equals(changed.content()) && now.object().orElseThrow().equals(object);
        return same ? now.id() : this.writer.save(changed).id();
    }

    PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        MilestoneRow row = this.rights.visible(actor, wiki, id);
        if (!this.rights.of(actor, row).delete()) {
            throw CopException.forbidden();
        }
        PageId page = PageId.parse(row.page);
        this.pages.load(page).ifPresent(found -> this.writer.delete(found, actor));
        Optional<PageId> holder =
            row.holder == null ? Optional.empty() : this.rights.home(actor, wiki, row.holder);
        return holder.or(() -> community(actor, wiki, new CommunityId(row.community))).orElse(page);
    }

    boolean mayManage(UserId actor, WikiId wiki, CommunityId community, UUID holder)
    {
        Optional<PageId> home =
            holder == null ? community(actor, wiki, community) : this.rights.home(actor, wiki, holder);
        Optional<CommunityId> inside = holder == null ? Optional.of(community) : home.flatMap(this.holdings::holding);
        return home.isPresent() && inside.isPresent()
            && this.rights.mayManage(actor, wiki, inside.get(), holder);
    }
}
