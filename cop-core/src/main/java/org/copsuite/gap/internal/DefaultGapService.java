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
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.gap.AbsenceFactor;
import org.copsuite.gap.GapService;
import org.copsuite.gap.internal.TopicExperts.Known;
import org.copsuite.gap.internal.TopicExperts.Leading;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.NeedService;
import org.copsuite.question.TopicNumbers;
import org.copsuite.question.TopicNumbers.Answered;
import org.copsuite.question.TopicNumbers.Asked;
import org.copsuite.spi.ExpertiseEvidence;
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
    private NeedService needs;

    @Override
    public Gaps get(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        CopException.requireAccount(reader);
        if (view.mine() == null && !view.mayRun()) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.gap.error.member");
        }
        Topics topics = topics(reader, wiki, community);
        Map<String, Integer> people = people(reader, view, topics.asked().keySet().stream()
            .filter(topic -> topics.of(topic).isMissing()).toList());
        List<MissingExpert> missing = new ArrayList<>();
        List<OnePerson> hanging = new ArrayList<>();
        for (Asked one : topics.asked().values()) {
            Known of = topics.of(one.tag());
            if (of.isMissing()) {
                missing.add(new MissingExpert(one.tag(), one.questions(), one.open(), people.getOrDefault(one.tag(), 0), of.away()));
            }
            if (hangs(of.leading(), topics.answers(one.tag()))) {
                hanging.add(hanging(reader, view, one.tag(), topics.answers(one.tag()), of.leading()));
            }
        }
        return new Gaps(community, topics.first(), topics.asked().size(), missing.stream().sorted(NEEDED).limit(MOST).toList(),
            hanging.stream().sorted(LARGE).limit(MOST).toList(), view.mayManageMembers());
    }

    private Topics topics(UserId reader, WikiId wiki, CommunityId community)
    {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusYears(1);
        Map<String, Asked> asked = new LinkedHashMap<>();
        this.numbers.asked(reader, wiki, community, start(first)).forEach(one -> asked.put(one.tag(), one));
        Map<String, Answered> answered = this.numbers.answered(reader, wiki, community, start(first), asked.keySet());
        return new Topics(first, asked, answered, this.experts.find(
            new ExpertiseEvidence.Query(reader, wiki, asked.keySet(), community, FOUND), answered));
    }

    private static Instant start(LocalDate day)
    {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public List<HeldTopic> held(UserId reader, WikiId wiki, CommunityId community, UserId person) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        CopException.requireAccount(reader);
        if (!view.mayManageMembers() && (view.mine() == null || !reader.equals(person))) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.gap.error.person");
        }
        Topics topics = topics(reader, wiki, community);
        List<HeldTopic> held = new ArrayList<>();
        for (Asked one : topics.asked().values()) {
            Known of = topics.of(one.tag());
            boolean only = of.experts().equals(Set.of(person));
            boolean leads = hangs(of.leading(), topics.answers(one.tag())) && of.leading().person().id().equals(person)
                && (!of.leading().hidden() || reader.equals(person));
            if (only || leads) {
                held.add(new HeldTopic(one.tag(), topics.answers(one.tag()), leads ? of.leading().answers() : 0, only,
                    of.people().stream().filter(other -> !other.id().equals(person)).findFirst().orElse(null)));
            }
        }
        return held.stream().limit(MOST).toList();
    }

    private Map<String, Integer> people(UserId reader, CommunityView community, List<String> topics)
    {
        Map<String, Integer> people = new HashMap<>();
        for (int from = 0; from < topics.size(); from += NeedService.TAGS) {
            people.putAll(this.needs.people(reader, community,
                topics.subList(from, Math.min(topics.size(), from + NeedService.TAGS))));
        }
        return people;
    }

    private static boolean hangs(Leading leading, int answers)
    {
        return leading != null && leading.answers() >= HANGING_ANSWERS && AbsenceFactor.of(leading.all(), answers) == 1;
    }

    private static OnePerson hanging(UserId reader, CommunityView view, String topic, int answers, Leading leading)
    {
        boolean own = leading.person().id().equals(reader);
        boolean isShown = own || view.mayManageMembers() && !leading.hidden();
        return new OnePerson(topic, answers, leading.answers(), leading.people(), isShown ? leading.person() : null, own);
    }

    /**
     * The topics of a community.
     *
     * @param first the first day of the period
     * @param asked what was asked, by topic, most questions first
     * @param answered what was answered, by topic
     * @param known who knows, by topic
     */
    private record Topics(LocalDate first, Map<String, Asked> asked, Map<String, Answered> answered, Map<String, Known> known)
    {
        Known of(String topic)
        {
            return this.known.getOrDefault(topic, Known.NOTHING);
        }

        int answers(String topic)
        {
            return this.answered.containsKey(topic) ? this.answered.get(topic).answers() : 0;
        }
    }
}
