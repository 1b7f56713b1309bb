/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Records the end of polls and of rounds of the pulse survey after their last day, opens the rounds that are due, and
 * deletes the keys of surveys that are closed.
 */
@Component
@Named("feedback")
@Singleton
public class FeedbackTask implements MaintenanceTask
{
    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private PollReader polls;

    @Inject
    private PollWriter writer;

    @Inject
    private PulseRounds rounds;

    @Inject
    private AnonymousAnswers secrets;

    @Inject
    private Logger logger;

    @Override
    public void run()
    {
        for (WikiId wiki : this.wikis.get().all()) {
            closePolls(wiki);
            this.rounds.closeOverdue(wiki);
            this.rounds.openDue(wiki);
            this.secrets.destroyKeys(wiki);
        }
    }

    private void closePolls(WikiId wiki)
    {
        List<PollRow> some = this.polls.overdue(wiki, 0);
        while (!some.isEmpty()) {
            some.forEach(poll -> end(wiki, poll));
            some = this.polls.overdue(wiki, some.get(some.size() - 1).sequence);
        }
    }

    private void end(WikiId wiki, PollRow poll)
    {
        try {
            this.writer.end(new UserId(poll.author), wiki, poll.id);
        } catch (CopException e) {
            this.logger.warn("Failed to close the poll [{}] in the wiki [{}]: {}; will retry the next night.", poll.id,
                wiki, e.getKind());
        }
    }
}
