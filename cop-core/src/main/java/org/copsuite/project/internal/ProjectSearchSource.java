/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.CommunityId;
import org.copsuite.project.ProjectActs;
import org.copsuite.project.ProjectHit;
import org.copsuite.search.AbstractRowSearchSource;
import org.copsuite.spi.SearchDocument;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Contributes projects to the search: title and text. The community is the one that started it. */
@Component
@Named(ProjectHit.TYPE)
@Singleton
public class ProjectSearchSource extends AbstractRowSearchSource<ProjectRow>
{
    @Inject
    private ProjectReader projects;

    /** Declares the acts. */
    public ProjectSearchSource()
    {
        super(ProjectHit.TYPE, ProjectRow.class, List.of(ProjectActs.STARTED, ProjectActs.EDITED,
            ProjectActs.DELETED, ProjectActs.RESTORED));
    }

    @Override
    protected SearchDocument document(ProjectRow row)
    {
        return new SearchDocument(row.id, PageId.parse(row.page), new CommunityId(row.community), row.title,
            row.body, List.of());
    }

    @Override
    public Map<UUID, ProjectHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, ProjectHit> hits = new LinkedHashMap<>();
        this.projects.find(reader, wiki, ids).forEach((id, found) -> hits.put(id, new ProjectHit(found)));
        return hits;
    }
}
