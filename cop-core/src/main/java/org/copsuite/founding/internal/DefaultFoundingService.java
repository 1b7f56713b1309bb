/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Keeps drafts, makes communities of them, and asks the checks of all capabilities. */
@Component
@Singleton
public class DefaultFoundingService implements FoundingService
{
    private static final int TITLE_MINIMUM = 3;

    private static final int TITLE_MAXIMUM = 80;

    private static final int DOMAINS_MAXIMUM = 20;

    @Inject
    private CommunityService communities;

    @Inject
    private CharterService charters;

    @Inject
    private TemplateReader templates;

    @Inject
    private FoundingDrafts drafts;

    @Inject
    private People people;

    @Inject
    private Provider<Map<String, LaunchCheck>> checks;

    @Override
    public List<CommunityTemplate> templates(UserId reader, WikiId wiki)
    {
        return this.templates.all(reader, wiki);
    }

    @Override
    public Optional<CommunityTemplate> template(UserId reader, PageId page)
    {
        return this.templates.at(reader, page);
    }

    @Override
    public List<Draft> drafts(UserId actor, WikiId wiki) throws CopException
    {
        authorise(actor, wiki);
        return this.drafts.all(actor, wiki);
    }

    @Override
    public Draft draft(UserId actor, WikiId wiki, CommunityId id) throws CopException
    {
        FoundingRow row = this.drafts.row(actor, wiki, id);
        if (row.done) {
            throw CopException.notFound();
        }
        authorise(actor, wiki);
        return this.drafts.draft(row);
    }

    @Override
    public Draft describe(UserId actor, WikiId wiki, CommunityId id, Description description) throws CopException
    {
        authorise(actor, wiki);
        return this.drafts.describe(actor, wiki, id, check(actor, description));
    }

    private Description check(UserId actor, Description typed) throws CopException
    {
        FormCheck form = new FormCheck();
        String title = form.line("title", typed.title(), TITLE_MINIMUM, TITLE_MAXIMUM, "cop.community.error.title");
        String welcome = form.text("welcome", typed.welcome(), 0, TEXT_MAXIMUM, "cop.founding.error.text");
        String purpose = form.text("purpose", typed.purpose(), 0, TEXT_MAXIMUM, "cop.community.error.purpose");
        List<String> domains = form.tags("domains", typed.domains(), DOMAINS_MAXIMUM, "cop.community.error.domains");
        String guidelines = form.text("guidelines", typed.guidelines(), 0, TEXT_MAXIMUM, "cop.founding.error.text");
        form.end();
        PageId template = typed.template() == null ? null
            : this.templates.at(actor, typed.template()).map(CommunityTemplate::page).orElse(null);
        return new Description(template, title, purpose, domains, welcome, guidelines);
    }

    @Override
    public Draft include(UserId actor, WikiId wiki, CommunityId id, UserId person, Role role) throws CopException
    {
        this.drafts.row(actor, wiki, id);
        authorise(actor, wiki);
        FormCheck form = new FormCheck();
        if (role == null) {
            form.refuse("role", "cop.community.error.role");
        }
        if (person == null || this.people.find(person).isEmpty()) {
            form.refuse("member", "cop.community.error.member");
        } else if (person.equals(actor)) {
            form.refuse("member", "cop.founding.error.self");
        }
        form.end();
        return this.drafts.people(actor, wiki, id, person, role);
    }

    @Override
    public Draft exclude(UserId actor, WikiId wiki, CommunityId id, UserId person) throws CopException
    {
        this.drafts.row(actor, wiki, id);
        authorise(actor, wiki);
        return this.drafts.people(actor, wiki, id, person, null);
    }

    @Override
    public CommunityView finish(UserId actor, WikiId wiki, CommunityId id, Visibility access, Joining joining)
        throws CopException
    {
        FoundingRow row = this.drafts.row(actor, wiki, id);
        authorise(actor, wiki);
        if (row.done) {
            return this.communities.get(actor, wiki, id);
        }
        Draft draft = this.drafts.draft(row);
        Description description = draft.description();
        CommunityView made = this.communities.prepare(actor, new CommunityDraft(id, wiki, description.title(),
            home(description), description.domains(), access, joining));
        for (Included included : draft.people()) {
            if (this.people.find(included.person().id()).isPresent()) {
                this.communities.appoint(actor, id, included.person().id(), included.role());
            }
        }
        if (!description.guidelines().isBlank() && this.charters.get(actor, made).isBlank()) {
            this.charters.write(actor, wiki, id, description.guidelines(), "");
        }
        this.drafts.done(wiki, id);
        return this.communities.get(actor, wiki, id);
    }

    /** @return the text of the home page: the purpose, and the words for new members below it */
    private static String home(Description description)
    {
        return (description.purpose() + "\n\n" + description.welcome()).strip();
    }

    @Override
    public void discard(UserId actor, WikiId wiki, CommunityId id) throws CopException
    {
        this.drafts.row(actor, wiki, id);
        this.drafts.delete(actor, wiki, id);
    }

    @Override
    public List<Item> checklist(UserId reader, CommunityView community)
    {
        if (!community.mayRun()) {
            return List.of();
        }
        return this.checks.get().entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<String, LaunchCheck> check) -> check.getValue().order())
                .thenComparing(Map.Entry::getKey))
            .map(check -> new Item(check.getKey(), check.getValue().isDone(community),
                check.getValue().target(reader, community)))
            .toList();
    }

    @Override
    public Optional<CommunityTemplate> templateOf(UserId reader, CommunityView community)
    {
        FoundingRow row = this.drafts.find(community.page().wiki(), community.id());
        return Optional.ofNullable(row).filter(found -> found.template != null)
            .flatMap(found -> this.templates.at(reader, PageId.parse(found.template)));
    }

    @Override
    public CommunityView launch(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        CommunityView view = this.communities.get(actor, wiki, community);
        if (!view.mayRun()) {
            throw CopException.forbidden();
        }
        if (view.isLive()) {
            return view;
        }
        if (!checklist(actor, view).stream().allMatch(Item::done)) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.launch.error.open");
        }
        CommunityView live = this.communities.launch(actor, community);
        this.drafts.forget(wiki, community);
        return live;
    }

    private void authorise(UserId actor, WikiId wiki) throws CopException
    {
        CopException.requireAccount(actor);
        if (!this.communities.mayFound(actor, wiki)) {
            throw CopException.forbidden();
        }
    }
}
