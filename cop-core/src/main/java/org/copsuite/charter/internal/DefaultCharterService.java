/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.Objective;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.page.PageWriter;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Writes charters to their pages. */
@Component
@Singleton
public class DefaultCharterService implements CharterService
{
    private static final String NAME = "Charter";

    /** How often a change of one objective is applied to the page again because somebody saved it meanwhile. */
    private static final int ATTEMPTS = 5;

    @Inject
    private CharterReader reader;

    @Inject
    private CommunityService communities;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Override
    public Charter get(UserId reader, CommunityView community)
    {
        return this.reader.get(reader, community);
    }

    @Override
    public Charter write(UserId actor, WikiId wiki, CommunityId community, String guidelines, String version)
        throws CopException
    {
        CommunityView view = authorise(actor, wiki, community);
        FormCheck form = new FormCheck();
        String text = form.text("guidelines", guidelines, 0, GUIDELINES_MAXIMUM, "cop.charter.error.guidelines");
        form.end();
        Optional<Page> now = page(view);
        boolean isNew = now.isEmpty() && version.isBlank();
        if (!isNew && now.filter(page -> page.content().equals(text)).isEmpty()
            && now.filter(page -> page.version().equals(version)).isEmpty()) {
            throw CopException.conflict(now.orElse(null));
        }
        if (now.filter(page -> page.content().equals(text)).isEmpty()) {
            save(actor, view, now, text, now.map(DefaultCharterService::objectives).orElse(List.of()));
        }
        return this.reader.get(actor, view);
    }

    @Override
    public Charter put(UserId actor, WikiId wiki, CommunityId community, ObjectiveDraft draft) throws CopException
    {
        CommunityView view = authorise(actor, wiki, community);
        Objective typed = ObjectiveForm.check(draft);
        return change(actor, view, (objectives, page) -> {
            int place = place(objectives, typed.id());
            if (place >= 0 && objectives.get(place).equals(typed)) {
                return false;
            }
            if (place >= 0) {
                checkVersion(objectives.get(place), draft.version(), page.orElseThrow());
                objectives.set(place, typed);
            } else {
                checkNew(objectives, draft.version());
                objectives.add(typed);
            }
            return true;
        });
    }

    private static void checkVersion(Objective now, String version, Page page) throws CopException
    {
        if (!now.version().equals(version)) {
            throw CopException.conflict(new Page(page.id(), now.title(), ObjectiveForm.describe(now), page.author(),
                page.firstAuthor(), page.created(), page.updated(), now.version(), page.hidden(), page.object()));
        }
    }

    private static void checkNew(List<Objective> objectives, String version) throws CopException
    {
        if (!version.isBlank()) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.charter.error.gone");
        }
        if (objectives.size() >= OBJECTIVES_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.charter.error.many", OBJECTIVES_MAXIMUM);
        }
    }

    @Override
    public Charter remove(UserId actor, WikiId wiki, CommunityId community, UUID objective) throws CopException
    {
        return change(actor, authorise(actor, wiki, community),
            (objectives, page) -> objectives.removeIf(one -> one.id().equals(objective)));
    }

    private CommunityView authorise(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CopException.requireAccount(actor);
        CommunityView view = this.communities.get(actor, wiki, community);
        if (!view.mayRun()) {
            throw CopException.forbidden();
        }
        return view;
    }

    /** Changes the objectives on the present page. Somebody who saves meanwhile changes others, so it starts again. */
    private Charter change(UserId actor, CommunityView view, Change change) throws CopException
    {
        for (int attempt = 1;; attempt++) {
            Optional<Page> now = page(view);
            List<Objective> objectives = new ArrayList<>(now.map(DefaultCharterService::objectives).orElse(List.of()));
            if (!change.apply(objectives, now)) {
                return this.reader.get(actor, view);
            }
            try {
                save(actor, view, now, now.map(Page::content).orElse(""), objectives);
                return this.reader.get(actor, view);
            } catch (CopException e) {
                if (e.getKind() != CopException.Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Changes a list of objectives. */
    @FunctionalInterface
    private interface Change
    {
        /**
         * @param objectives the present objectives, to change
         * @param page the present page
         * @return whether anything changed
         * @throws CopException to refuse
         */
        boolean apply(List<Objective> objectives, Optional<Page> page) throws CopException;
    }

    private static int place(List<Objective> objectives, UUID id)
    {
        return objectives.stream().map(Objective::id).toList().indexOf(id);
    }

    private Optional<Page> page(CommunityView community)
    {
        PageId usual = community.page().space().page(NAME);
        return this.pages.load(this.reader.row(usual.wiki(), community.id()).map(row -> PageId.parse(row.page))
            .orElse(usual));
    }

    private static List<Objective> objectives(Page page)
    {
        return page.object().map(object -> ObjectiveLines.read(object.get(CharterPageType.OBJECTIVES)))
            .orElse(List.of());
    }

    private void save(UserId actor, CommunityView community, Optional<Page> now, String guidelines,
        List<Objective> objectives) throws CopException
    {
        UUID id = now.flatMap(Page::object).map(PageObject::id).orElseGet(() -> charterOf(community.id()));
        String lines = ObjectiveLines.write(objectives);
        PageObject object = new PageObject(CharterPageType.TYPE, id, Map.of(CharterPageType.OBJECTIVES, lines));
        Page saved = this.writer.save(new PageDraft(now.map(Page::id).orElse(community.page().space().page(NAME)),
            now.map(Page::title).orElse(NAME), guidelines, actor, null, object, false, "", false,
            now.map(Page::version).orElse(null)));
        // A first page that another window of the same person has written meanwhile is returned in place of this one.
        if (now.isEmpty() && !(saved.content().equals(guidelines) && ObjectiveLines.write(objectives(saved)).equals(lines))) {
            throw CopException.conflict(saved);
        }
    }

    /** @return the id of the first charter of a community: two people who write it at once write the same one */
    private static UUID charterOf(CommunityId community)
    {
        return UUID.nameUUIDFromBytes(("charter/" + community).getBytes(StandardCharsets.UTF_8));
    }
}
