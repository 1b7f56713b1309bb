/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageWriter;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Updates the questions about a page when the page moves. Changes the objects on the questions' pages, from which the
 * rows are computed. The service account saves them: the mover need not be allowed to edit or view the questions.
 */
@Component(roles = AboutReferences.class)
@Singleton
public class AboutReferences
{
    private static final int STEP = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Provider<People> people;

    @Inject
    private Logger logger;

    /**
     * Replaces the old reference by the new one in all questions about the page. Logs and skips a question whose page
     * cannot be saved.
     */
    void replace(PageId from, PageId to)
    {
        UUID after = new UUID(0, 0);
        List<UUID> some = about(from, after);
        while (!some.isEmpty()) {
            for (UUID id : some) {
                replace(id, from, to);
                after = id;
            }
            some = some.size() < STEP ? List.of() : about(from, after);
        }
    }

    private List<UUID> about(PageId page, UUID after)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from QuestionRow where about = :about and wiki = :wiki and deleted = false "
                + "and id > :after order by id", UUID.class)
            .setParameter("about", page.toString()).setParameter("wiki", page.wiki().value())
            .setParameter("after", after)
            .setMaxResults(STEP).getResultList());
    }

    private void replace(UUID id, PageId from, PageId to)
    {
        Optional<Page> question = this.pages.holding(from.wiki(), id).stream().findFirst().flatMap(this.pages::load)
            .filter(page -> QuestionPages.about(page).equals(Optional.of(from)));
        if (question.isEmpty()) {
            return;
        }
        Page page = question.get();
        PageObject object = page.object().orElseThrow();
        Map<String, String> properties = new HashMap<>(object.properties());
        properties.put(QuestionPages.ABOUT, to.toString());
        try {
            this.writer.save(new PageDraft(page.id(), page.title(), page.content(), this.people.get().service(), null,
                new PageObject(object.type(), id, properties), page.hidden(), "", true, page.version()));
        } catch (CopException e) {
            this.logger.warn("Failed to update the page that the question [{}] is about; it still names the old page:"
                + " {}", id, e.getMessage());
        }
    }
}
