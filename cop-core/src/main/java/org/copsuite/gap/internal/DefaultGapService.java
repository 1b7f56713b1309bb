/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.gap.AbsenceFactor;
import org.copsuite.gap.GapService;
import org.copsuite.gap.internal.TopicExperts.Known;
import org.copsuite.gap.internal.TopicExperts.Leading;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.TopicNumbers;
import org.copsuite.question.TopicNumbers.Answered;
import org.copsuite.question.TopicNumbers.Asked;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.TopicDemand;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Compares what is asked with who knows. */
@Component
@Singleton
public class DefaultGapService implements GapService
{
    /** Experts that are read for 128 topics. */
    private static final int FOUND = 1_000;

    private static final Comparator<MissingExpert> NEEDED =
        Comparator.comparingInt((MissingExpert one) -> one.open() + one.people()).thenComparingInt(MissingExpert::questions)
            .reversed().thenComparing(MissingExpert::topic);

    private static final Comparator<OnePerson> LARGE =
        Comparator.comparingInt(OnePerson::answers).reversed().thenComparing(OnePerson::topic);

    @Inject
    private CommunityService communities;

    @Inject
    private TopicNumbers numbers;

    @Inject
    private TopicExperts experts;

    @Inject
    private Provider<List<TopicDemand>> demands;

    @Override
    public Gaps get(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        CopException.requireAccount(reader);
        if (view.mine() == null && !view.mayRun()) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.gap.error.member");
        }
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusYears(1);
        Instant since = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Asked> asked = new LinkedHashMap<>();
        this.numbers.asked(reader, wiki, community, since).forEach(one -> asked.put(one.tag(), one));
        Map<String, Answered> answered = this.numbers.answered(reader, wiki, community, since, asked.keySet());
        Map<String, Known> known = this.experts.find(
            new ExpertiseEvidence.Query(reader, wiki, asked.keySet(), community, FOUND), answered);
        Map<String, Integer> people =
            people(new TopicDemand.Query(reader, wiki, community, since, asked.keySet()));
        List<MissingExpert> missing = new ArrayList<>();
        List<OnePerson> hanging = new ArrayList<>();
        for (Asked one : asked.values()) {
            Known of = known.getOrDefault(one.tag(), new Known(0, 0, null));
            if (of.experts() == 0) {
                missing.add(new MissingExpert(one.tag(), one.questions(), one.open(), people.getOrDefault(one.tag(), 0), of.away()));
            }
            if (hangs(of.leading(), answered.get(one.tag()))) {
                hanging.add(hanging(reader, view, one.tag(), answered.get(one.tag()).answers(), of.leading()));
            }
        }
        return new Gaps(community, first, asked.size(), missing.stream().sorted(NEEDED).limit(MOST).toList(),
            hanging.stream().sorted(LARGE).limit(MOST).toList(), view.mayManageMembers());
    }

    private Map<String, Integer> people(TopicDemand.Query query)
    {
        Map<String, Integer> people = new HashMap<>();
        if (!query.topics().isEmpty()) {
            this.demands.get().forEach(one -> one.count(query).forEach((topic, number) -> people.merge(topic, number, Integer::sum)));
        }
        return people;
    }

    private static boolean hangs(Leading leading, Answered answered)
    {
        return leading != null && leading.answers() >= HANGING_ANSWERS
            && AbsenceFactor.of(leading.all(), answered.answers()) == 1;
    }

    private static OnePerson hanging(UserId reader, CommunityView view, String topic, int answers, Leading leading)
    {
        boolean own = leading.person().id().equals(reader);
        boolean isShown = own || view.mayManageMembers() && !leading.hidden();
        return new OnePerson(topic, answers, leading.answers(), leading.people(), isShown ? leading.person() : null, own);
    }
}
