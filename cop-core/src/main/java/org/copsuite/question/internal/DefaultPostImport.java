/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostImport;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Writes the pages of a batch, then its entries in one transaction of the ledger. After a crash in between, the next
 * import finds the pages and completes them.
 */
@Component
@Singleton
public class DefaultPostImport implements PostImport
{
    private static final int TITLE = 250;

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private QuestionPages questionPages;

    @Override
    public Counts write(WikiId wiki, CommunityId community, Batch batch) throws CopException
    {
        return this.synchroniser.get().suppressEvents(() -> writeAll(wiki, community, batch));
    }

    private Counts writeAll(WikiId wiki, CommunityId community, Batch batch) throws CopException
    {
        PageId home = home(wiki, community);
        Set<UUID> existing = existing(wiki, batch);
        Map<UUID, Page> written = new HashMap<>();
        for (Question question : batch.questions()) {
            if (!existing.contains(question.id())) {
                String title = title(question.title(), question.id());
                written.put(question.id(), save(new PageDraft(
                    PostPageIds.question(home.space(), title, question.id()), title, PlainText.block(question.body()),
                    question.author(), question.created(),
                    PostPageIds.object(question.id(), Tags.normalise(question.tags())), false, "", false, null)));
            }
        }
        Map<UUID, Location> locations = locations(wiki, batch, written);
        for (Answer answer : batch.answers()) {
            Location question = locations.get(answer.question());
            if (!existing.contains(answer.id()) && question != null) {
                PageDraft draft = PostPageIds.answer(PostPageIds.answer(question.page(), answer.id()), answer.id(),
                    answer.author(), question.title(), PlainText.block(answer.body()));
                Page page = save(new PageDraft(draft.id(), draft.title(), draft.content(), draft.author(),
                    answer.created(), draft.object(), true, "", false, null));
                written.put(answer.id(), page);
                locations.put(answer.id(), new Location(page.id(), page.title()));
            }
        }
        for (Comment comment : batch.comments()) {
            Location post = locations.get(comment.post());
            if (!existing.contains(comment.id()) && post != null) {
                this.pages.get().comment(post.page(),
                    new PageComment(comment.id(), comment.author(), comment.created(), PlainText.block(comment.text())));
            }
        }
        return this.ledger.decide(tx ->
            new ImportWriter(tx, this.questionPages, wiki, community).write(batch, written));
    }

    @Override
    public PageId pageOf(PageId community, String title, UUID question)
    {
        return PostPageIds.question(community.space(), title(title, question), question);
    }

    private static String title(String original, UUID id)
    {
        String title = PlainText.cut(PlainText.line(original), TITLE);
        return title.isEmpty() ? id.toString() : title;
    }

    /**
     * Saves a page.
     *
     * @return the saved page, or the existing page of an interrupted import
     */
    private Page save(PageDraft draft) throws CopException
    {
        try {
            return this.pages.get().save(draft);
        } catch (StaleVersionException e) {
            return e.getCurrent().filter(page -> page.object()
                .map(object -> object.id().equals(draft.object().id())).orElse(false))
                .orElseThrow(() -> CopException.conflict(e.getCurrent().orElse(null)));
        }
    }

    private PageId home(WikiId wiki, CommunityId community) throws CopException
    {
        return this.ledger.read(session -> session
            .createQuery("select page from CommunityRow where wiki = :wiki and id = :id and deleted = false", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("id", community.value()).uniqueResultOptional())
            .map(PageId::parse).orElseThrow(CopException::notFound);
    }

    /** @return the ids of the posts and comments of the batch that exist already, including deleted ones */
    private Set<UUID> existing(WikiId wiki, Batch batch)
    {
        return this.ledger.read(session -> {
            Set<UUID> existing = new HashSet<>();
            existing.addAll(ids(session, wiki, "QuestionRow", batch.questions().stream().map(Question::id).toList()));
            existing.addAll(ids(session, wiki, "AnswerRow", batch.answers().stream().map(Answer::id).toList()));
            existing.addAll(ids(session, wiki, "CommentRow", batch.comments().stream().map(Comment::id).toList()));
            return existing;
        });
    }

    private static List<UUID> ids(Session session, WikiId wiki, String entity, List<UUID> ids)
    {
        return IdCondition.list(ids, some -> session
            .createQuery("select r.id from " + entity + " r where " + IdCondition.condition(session, "r", some), UUID.class)
            .setParameter(WIKI, wiki.value()));
    }

    /** @return the pages of the posts that answers and comments of the batch belong to */
    private Map<UUID, Location> locations(WikiId wiki, Batch batch, Map<UUID, Page> written)
    {
        Set<UUID> wanted = new HashSet<>();
        batch.answers().forEach(answer -> wanted.add(answer.question()));
        batch.comments().forEach(comment -> wanted.add(comment.post()));
        Map<UUID, Location> locations = new HashMap<>();
        if (!wanted.isEmpty()) {
            this.ledger.read(session -> {
                for (String from : List.of("select r.id, r.page, r.title from QuestionRow r",
                    "select r.id, r.page, '' from AnswerRow r")) {
                    IdCondition.list(wanted, some -> session.createQuery(from + " where " + IdCondition.condition(session, "r",
                        some)
                        + " and r.deleted = false", Object[].class).setParameter(WIKI, wiki.value())).forEach(row ->
                            locations.put((UUID) row[0], new Location(PageId.parse((String) row[1]), (String) row[2])));
                }
                return null;
            });
        }
        written.forEach((id, page) -> locations.put(id, new Location(page.id(), page.title())));
        return locations;
    }

    /**
     * The location of a post.
     *
     * @param page its page
     * @param title the title of the page
     */
    private record Location(PageId page, String title)
    {
    }
}
