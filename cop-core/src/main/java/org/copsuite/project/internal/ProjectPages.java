/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.RowRights.RightsChange;
import org.copsuite.project.ProjectService;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Writes the columns of projects that come from their pages, and no others. */
@Component(roles = ProjectPages.class)
@Singleton
public class ProjectPages
{
    /** The space that holds the projects of a community, inside its space. */
    static final String SPACE = "Projects";

    /** The property of the page object with the ids of the people, one a line. */
    static final String PEOPLE = "people";

    private static final int TITLE = 255;

    /** What the positions of ended projects begin with, behind all others. */
    private static final long ENDED = 1_000_000_000_000_000L;

    @Inject
    private Access access;

    static PageObject object(UUID id, Collection<UserId> people)
    {
        return new PageObject(ProjectPageType.TYPE, id,
            Map.of(PEOPLE, people.stream().map(UserId::value).collect(Collectors.joining("\n"))));
    }

    /**
     * Inserts the row of a project, or updates it from its page.
     *
     * @param community the community whose space holds the page
     * @return the row, detached from the session
     */
    ProjectRow write(Session session, Page page, UUID id, CommunityId community)
    {
        ProjectRow row = find(session, page.id().wiki(), id);
        boolean isNew = row == null;
        if (isNew) {
            row = new ProjectRow(page.id().wiki().value(), id);
            row.author = page.firstAuthor().value();
            row.created = page.created().toEpochMilli();
        }
        row.community = community.value();
        copy(page, row);
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        return row;
    }

    private void copy(Page page, ProjectRow row)
    {
        String title = PlainText.line(page.title());
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.title = PlainText.cut(title.isEmpty() ? page.id().name() : title, TITLE);
        row.body = PlainText.block(page.content());
        row.version = page.version();
        row.people = PlainText.block(page.object().orElseThrow().get(PEOPLE)).lines().map(PlainText::line)
            .filter(id -> !id.isEmpty() && id.length() <= UserId.LONGEST).distinct().limit(ProjectService.PEOPLE_MAXIMUM)
            .collect(Collectors.joining("\n"));
    }

    /** @return the position in lists */
    static long order(ProjectRow row)
    {
        return (row.endedSequence == null ? 0 : ENDED) - row.sequence;
    }

    /** Updates the deciding space of a project. */
    static void updateRights(Session session, RightsChange change)
    {
        session.createQuery("update ProjectRow set space = :space, ownRights = :own where wiki = :wiki and id = :id")
            .setParameter("space", change.space().toString()).setParameter("own", change.ownRights())
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.id()).executeUpdate();
    }

    /** @return the row, attached to the session; {@code null} if there is none */
    static ProjectRow find(Session session, WikiId wiki, UUID id)
    {
        return session.get(ProjectRow.class, new RowKey(wiki, id));
    }
}
