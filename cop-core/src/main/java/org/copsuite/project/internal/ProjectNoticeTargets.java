/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.project.ProjectService.Project;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Leads notices about a project to its page. */
@Component(roles = ProjectNoticeTargets.class)
@Singleton
public class ProjectNoticeTargets implements NoticeTargets
{
    @Inject
    private ProjectReader projects;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, Project> found = this.projects.find(reader, wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            Project project = found.get(notice.subject());
            if (project != null) {
                targets.put(notice, new Target(project.title(), project.page(), ""));
            }
        }
        return targets;
    }
}
