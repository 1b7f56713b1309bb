/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.founding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.FoundingService.Description;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.founding.FoundingService.Item;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Prints the wizard that founds communities, and the checklist of a community in preparation. */
@Component(roles = FoundingFragments.class)
@Singleton
public class FoundingFragments
{
    private static final int SUGGESTIONS = 3;

    private static final String DRAFT = "draft";

    private static final String TEMPLATE = "template";

    @Inject
    private Printer printer;

    @Inject
    private Provider<FoundingService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @return the templates to begin with, and the reader's drafts; a sentence for a reader who may not found
     *         communities
     * @throws CopException never, since the reader may found communities
     */
    public Html start() throws CopException
    {
        boolean mayFound = this.communities.get().mayFound(this.printer.reader(), this.printer.wiki());
        return this.printer.print("founding/start", "mayFound", mayFound, "drafts",
            mayFound ? this.service.get().drafts(this.printer.reader(), this.printer.wiki()) : List.of(), "templates",
            mayFound ? this.service.get().templates(this.printer.reader(), this.printer.wiki()) : List.of());
    }

    /**
     * @param page the page of the chosen template, {@code null} for none
     * @param title a name to begin with, may be empty
     * @return the first step of a new draft, with the texts of the template; {@link #start} for a reader who may not found
     *         communities
     * @throws CopException never, since the reader may found communities
     */
    public Html begin(PageId page, String title) throws CopException
    {
        if (!this.communities.get().mayFound(this.printer.reader(), this.printer.wiki())) {
            return start();
        }
        Optional<CommunityTemplate> template =
            page == null ? Optional.empty() : this.service.get().template(this.printer.reader(), page);
        Description description = template.map(chosen -> new Description(chosen.page(), title, chosen.purpose(),
            chosen.domains(), chosen.welcome(), chosen.guidelines()))
            .orElseGet(() -> new Description(null, title, "", List.of(), "", ""));
        return describe(new CommunityId(UUID.randomUUID()), description, true);
    }

    /**
     * @param id the id of a draft
     * @param step the step, 1 to 3; another number counts as 1
     * @return that step
     * @throws CopException SIGN_IN, FORBIDDEN, or NOT_FOUND for a draft that is not the reader's
     */
    public Html step(CommunityId id, int step) throws CopException
    {
        Draft draft = this.service.get().draft(this.printer.reader(), this.printer.wiki(), id);
        if (step == 2) {
            return people(draft);
        }
        return step == 3 ? this.printer.print("founding/joining", DRAFT, draft, "joining",
            CommunityService.Joining.values()) : describe(id, draft.description(), false);
    }

    private Html describe(CommunityId id, Description description, boolean isNew)
    {
        return this.printer.print("founding/describe", "id", id, "description", description, "isNew", isNew,
            "domainsText", String.join(" ", description.domains()), "maximum", FoundingService.TEXT_MAXIMUM);
    }

    /**
     * @param draft a draft
     * @return the second step
     */
    public Html people(Draft draft)
    {
        PageId page = draft.description().template();
        return this.printer.print("founding/people", DRAFT, draft, TEMPLATE,
            page == null ? null : this.service.get().template(this.printer.reader(), page).orElse(null), "roles",
            List.of(Role.MEMBER, Role.EXPERT, Role.MODERATOR, Role.CURATOR, Role.SPONSOR, Role.FACILITATOR));
    }

    /**
     * @param community a community that the reader may view
     * @return its checklist for those who run it, a sentence for its other members; if it is live, what to do next where
     *         nothing was asked yet, and nothing otherwise
     */
    public Html checklist(CommunityView community)
    {
        if (community.isLive() && community.questions() > 0) {
            return Html.EMPTY;
        }
        List<Item> items = this.service.get().checklist(this.printer.reader(), community);
        Map<String, String> links = new LinkedHashMap<>();
        items.forEach(item -> links.put(item.name(),
            this.printer.links().action(item.target().page(), "view", item.target().parameters())));
        if (community.isLive()) {
            return this.printer.print("founding/next", "community", community, "items",
                items.stream().filter(item -> !item.done()).toList(), "links", links);
        }
        Optional<CommunityTemplate> template = items.isEmpty() ? Optional.empty()
            : this.service.get().templateOf(this.printer.reader(), community);
        return this.printer.print("founding/checklist", "community", community, "items", items, "links", links,
            "ready", items.stream().allMatch(Item::done), "questions",
            suggestions(items, "question", template.map(CommunityTemplate::questions).orElse(List.of())), "milestones",
            suggestions(items, "milestone", template.map(CommunityTemplate::milestones).orElse(List.of())));
    }

    /** What the template suggests for an item that is not done. */
    private static <T> List<T> suggestions(List<Item> items, String name, List<T> suggested)
    {
        boolean isOpen = items.stream().anyMatch(item -> item.name().equals(name) && !item.done());
        return isOpen ? new ArrayList<>(suggested.subList(0, Math.min(SUGGESTIONS, suggested.size()))) : List.of();
    }
}
