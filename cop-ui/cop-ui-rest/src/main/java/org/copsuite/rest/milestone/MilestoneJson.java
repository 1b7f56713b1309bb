/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.milestone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Progress;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A milestone; in lists without text and checklist. */
record MilestoneJson(UUID id, PageId url, String version, CommunityId community, @Nullable UUID project, String title,
    String body, @Nullable String due, @Nullable Person owner, List<Person> people, State state, String reason,
    Instant since, List<MilestoneItemJson> items, @Nullable MilestoneProgressJson progress, Person author,
    Instant created, boolean mayEdit, boolean mayWork, boolean mayDelete)
{
    static MilestoneJson of(Milestone one)
    {
        return new MilestoneJson(one.id(), one.page(), one.version(), one.community().id(), one.holder(), one.title(),
            one.body(), one.due() == null ? null : one.due().toString(), one.owner(), one.people(), one.state(),
            one.reason(), one.since(), one.items().stream().map(MilestoneItemJson::of).toList(),
            one.progress() == null ? null : MilestoneProgressJson.of(one.progress()), one.author(), one.created(),
            one.may().edit(), one.may().work(), one.may().delete());
    }

    /** An item of a checklist. */
    record MilestoneItemJson(String text, boolean done, @Nullable Person by, @Nullable Instant at, @Nullable Person owner,
        @Nullable String due, boolean overdue)
    {
        static MilestoneItemJson of(Item item)
        {
            return new MilestoneItemJson(item.text(), item.isDone(), item.by(), item.at(), item.owner(),
                item.due() == null ? null : item.due().toString(), item.isOverdue());
        }
    }

    /** How far it is; numbers as plain digits. */
    record MilestoneProgressJson(String done, String target, String unit, int percent)
    {
        static MilestoneProgressJson of(Progress progress)
        {
            return new MilestoneProgressJson(progress.done().toPlainString(), progress.target().toPlainString(),
                progress.unit(), progress.percent());
        }
    }
}
