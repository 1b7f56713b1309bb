/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.question.QuestionActs;
import org.copsuite.routing.RoutingActs;
import org.copsuite.routing.RoutingService.Step;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * Notifies facilitators, later sponsors, of a question that nobody has answered. Who is away is left out, unless all of
 * them are. Experts get the notice of a question that was brought to them.
 */
@Component
@Named(EscalatedNotice.NAME)
@Singleton
public class EscalatedNotice extends AbstractNoticeType
{
    static final String NAME = "ESCALATED";

    /** Maximum number of people who are told. */
    private static final int MOST = 100;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private PostSource posts;

    @Inject
    private RoutedPeople routed;

    @Inject
    private RoutingNoticeTargets targets;

    /** Sets name, icon and acts. */
    public EscalatedNotice()
    {
        super(NAME, "hourglass", Set.of(RoutingActs.ESCALATED), Set.of(QuestionActs.CLOSED, QuestionActs.DELETED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        Step step = entry.detail(RoutingActs.ESCALATED);
        QuestionFacts question = this.posts.question(entry.getWiki(), new PostId(entry.getSubject())).orElse(null);
        if (step == Step.EXPERTS || question == null) {
            return Optional.empty();
        }
        List<UserId> people = new ArrayList<>(this.communities.get().holders(entry.getWiki(), question.community(),
            step == Step.SPONSORS ? Role.SPONSOR : Role.FACILITATOR, MOST));
        people.remove(question.author());
        Set<UserId> away = this.routed.away(entry.getWiki(), people);
        if (!away.containsAll(people)) {
            people.removeAll(away);
        }
        return Optional.of(Audience.of(people).about(entry.getSubject()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
