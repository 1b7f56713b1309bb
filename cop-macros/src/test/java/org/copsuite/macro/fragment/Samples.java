/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.charter.CharterService.Charter;
import org.copsuite.charter.Objective;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Preparation;
import org.copsuite.community.CommunityWatch;
import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.designation.DesignationService;
import org.copsuite.expertise.ExpertiseService.Activity;
import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.CommunityTemplate.MilestoneHint;
import org.copsuite.founding.CommunityTemplate.RoleHint;
import org.copsuite.founding.FoundingService.Description;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.founding.FoundingService.Included;
import org.copsuite.gap.GapService.Gaps;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.gap.GapService.MissingExpert;
import org.copsuite.gap.GapService.OnePerson;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Handover;
import org.copsuite.handover.HandoverService.Thing;
import org.copsuite.health.Health;
import org.copsuite.job.Job;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.WatchService.Item;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionHit;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.AnswerPage;
import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.question.QuestionWatch;
import org.copsuite.question.TagWatch;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Recent;
import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.search.IndexStatus;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.routing.RoutingService.AskedPerson;
import org.copsuite.routing.RoutingService.Own;
import org.copsuite.routing.RoutingService.Similar;
import org.copsuite.spi.Message;
import org.copsuite.spi.NoticeType;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.test.ContributedComponents;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Everything that fragments print, with one and the same string wherever a member can write one. */
public final class Samples
{
    /** The question. */
    public static final PostId QUESTION = new PostId(new UUID(1, 1));

    /** Its answer. */
    public static final PostId ANSWER = new PostId(new UUID(1, 2));

    /** The community. */
    public static final UUID COMMUNITY = new UUID(2, 1);

    /** Somebody who wrote elsewhere and is linked to an account. */
    public static final UserId LINKED = new UserId("imported:linked/7");

    /** Somebody who wrote elsewhere and is linked to none. */
    public static final UserId UNLINKED = new UserId("imported:unlinked/7");

    /** Who reads. */
    public static final UserId READER = new UserId("xwiki:XWiki.reader");

    /** Where the question stands. */
    public static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions",
        "why-1").home();

    /** The page that the question is about. */
    public static final PageId ABOUT = SpaceId.of(new WikiId("xwiki"), "Handbook").page("Wounds");

    private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");

    private final String text;

    /** @param text what members wrote */
    public Samples(String text)
    {
        this.text = text;
    }

    /** @return what members wrote */
    public String text()
    {
        return this.text;
    }

    public Person person()
    {
        return new Person(new UserId("xwiki:XWiki." + this.text), this.text.isEmpty() ? "?" : this.text, null,
            "/bin/view/XWiki/alice", Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    /** @return somebody who wrote elsewhere, linked to {@link #person()} or to nobody */
    public Imported imported(boolean linked)
    {
        return new Imported(new UserId("imported:" + this.text + "/7"), this.text.isEmpty() ? "?" : this.text, this.text,
            THEN, linked ? person().id() : null);
    }

    public QuestionSummary summary()
    {
        return new QuestionSummary(QUESTION, PAGE, new CommunityId(COMMUNITY), this.text, this.text, this.text,
            List.of(this.text, "care"), person(), THEN, THEN, -1, 2, true, true, 1, 3);
    }

    /** @return who has the question, too */
    public Need need()
    {
        return new Need(QUESTION, 12, false, true, true, List.of(person(), person()));
    }

    public PostView post(PostId id)
    {
        return new PostView(id, PAGE, this.text, "2.1", person(), THEN, THEN, new Tally(3, 1, 1), id.equals(ANSWER),
            List.of(new CommentView(new UUID(3, id.value().getLeastSignificantBits()), this.text, person(), THEN, true)),
            7, "next", new PostMay(true, true, true, true, true, true));
    }

    public QuestionView view()
    {
        return new QuestionView(summary(), post(QUESTION), List.of(post(ANSWER), post(new PostId(new UUID(1, 3)))),
            new AnswerPage(32, 31, null, true, null),
            new Closing(ClosingReason.DUPLICATE, person(), THEN, summary()), List.of(summary()),
            ABOUT, new QuestionMay(true, true, true, true));
    }

    /** @return {@link #community()} before it is live */
    public CommunityView preparing()
    {
        return empty(new Preparation(CommunityService.Visibility.OPEN, CommunityService.Joining.REQUEST));
    }

    /** @return {@link #community()} before anything was asked */
    public CommunityView empty()
    {
        return empty(null);
    }

    private CommunityView empty(Preparation preparation)
    {
        CommunityView live = community();
        return new CommunityView(live.id(), live.page(), live.space(), live.title(), live.purpose(), live.domains(),
            live.access(), live.joining(), live.members(), 0, 0, live.created(), live.active(), live.version(),
            live.mine(), live.mayJoin(), live.permissions(), preparation, false);
    }

    /** @return a template of a community */
    public CommunityTemplate template()
    {
        return new CommunityTemplate(ABOUT, this.text, this.text, this.text, List.of(this.text),
            List.of(new RoleHint(this.text, this.text)), List.of(new MilestoneHint(this.text, 2)), this.text,
            List.of(this.text), this.text);
    }

    /** @return a draft of a community */
    public Draft founding()
    {
        return new Draft(new CommunityId(COMMUNITY),
            new Description(ABOUT, this.text, this.text, List.of(this.text), this.text, this.text),
            List.of(new Included(person(), CommunityService.Role.EXPERT)), THEN);
    }

    /** @return the charter of {@link #community()}, for whoever may change it */
    public Charter charter()
    {
        return new Charter(community(), PAGE, "1.1", this.text, List.of(
            new Objective(new UUID(3, 1), this.text, this.text, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE,
                LocalDate.of(2026, 3, 4)),
            new Objective(new UUID(3, 2), this.text, this.text, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, null)),
            true);
    }

    public CommunityView community()
    {
        return new CommunityView(new CommunityId(COMMUNITY), SpaceId.of(new WikiId("xwiki"), "Communities",
            "Care").home(), SpaceId.of(new WikiId("xwiki"), "Communities", "Care"), this.text, this.text,
            List.of(this.text),
            CommunityService.Visibility.PRIVATE, CommunityService.Joining.INVITATION, 3, 2, 1, THEN, THEN, "1.1",
            CommunityService.Role.FACILITATOR, true,
            EnumSet.allOf(CommunityPermission.class), null, true);
    }

    public Slice<Member> members()
    {
        return new Slice<>(List.of(new Member(person(), CommunityService.Role.EXPERT, THEN,
            List.of(new CommunityService.OwnRole(new UUID(4, 4), this.text, this.text, Set.of(), 1)))), this.text);
    }

    public List<Expert> experts()
    {
        return List.of(new Expert(person(), 0.5, List.of(
            new Reason("declared", this.text, Level.EXPERT, 0, 0, null, null, null,
                Message.of("cop.experts.why.declared", this.text, Message.of("cop.expertise.level.expert"))),
            new Reason(Reason.ANSWERED_TAG, this.text, null, 2, 1, null, null, null,
                Message.of("cop.experts.why.tag", 2, this.text, 1)),
            new Reason(Reason.ANSWERED_SIMILAR, "", null, 0, 0, QUESTION, this.text, PAGE,
                Message.of("cop.experts.why.similar")),
            new Reason(Reason.RECENT, "", null, 3, 0, null, null, null, Message.of("cop.experts.why.recent")))));
    }

    /** @return who was asked, by name and by the suite, as somebody sees it who was asked and may ask */
    public Asked asked()
    {
        return new Asked(QUESTION, List.of(new AskedPerson(person(), false, THEN), new AskedPerson(person(), true, THEN)),
            new Own(null, Message.of("cop.experts.why.tag", 2, this.text, 1), new Similar(QUESTION, this.text, PAGE), false), true, 2);
    }

    /** @return designations, as whoever manages the members sees them */
    public List<Designation> designations(DesignationService.State state)
    {
        return List.of(new Designation(new UUID(9, 9), new CommunityLocation(new CommunityId(COMMUNITY), this.text, PAGE), person(),
            this.text, this.text, state, THEN, state == DesignationService.State.OPEN, true));
    }

    /** @return gaps, as whoever manages the members sees them */
    public Gaps gaps()
    {
        return new Gaps(new CommunityId(COMMUNITY), LocalDate.of(2030, 5, 1), 3,
            List.of(new MissingExpert(this.text, 5, 2, 3, 1)), List.of(new OnePerson(this.text, 17, 14, 3, person(), false),
                new OnePerson(this.text, 17, 14, 3, null, false)), true);
    }

    /** @return a handover, as somebody sees it who may set milestones */
    public Handover handover()
    {
        return new Handover(new CommunityId(COMMUNITY), person(),
            List.of(new HeldTopic(this.text, 17, 14, true, person()), new HeldTopic(this.text, 0, 0, true, null)),
            Stream.of(HandoverService.Kind.values())
                .map(kind -> new Thing(kind, this.text, PAGE, this.text, person(), true)).toList(),
            List.of(new Checklist(new UUID(8, 8), PAGE, this.text, 1, 2, LocalDate.of(2030, 5, 1),
                MilestoneService.State.PLANNED)), List.of(new Person(new UserId("heir"), this.text, null, null,
                    Locale.ENGLISH, ZoneOffset.UTC, true)), true, false, false);
    }

    public List<Topic> topics()
    {
        return List.of(new Topic(this.text, 3, 1, new Declared(Level.ADVANCED, this.text, List.of(Offer.values()),
            List.of(new EvidencePage(PAGE, this.text), new EvidencePage(PAGE, null)), THEN, 7),
            new Activity(2, List.of(Message.of("cop.expertise.shown.thanks", 2)), List.of(new EvidencePage(PAGE, this.text)), 2,
                Trend.GREW)),
            new Topic("shown", 1, 0, null));
    }

    public Slice<Hit> hits()
    {
        return new Slice<>(List.of(new Hit(new QuestionHit(summary()), new Html("<mark>found</mark>")),
            new Hit(new QuestionHit(summary()), Html.EMPTY)), this.text);
    }

    public Slice<ThanksView> thanks()
    {
        return new Slice<>(List.of(new ThanksView(new UUID(4, 1), person(), person(), this.text, THEN,
            Optional.of(summary())), new ThanksView(new UUID(4, 2), person(), person(), this.text, THEN,
                Optional.empty())), this.text);
    }

    public List<Standing> standings()
    {
        return List.of(new Standing(person(), 120, 4, 2, 1));
    }

    public Contributions contributions()
    {
        return new Contributions(person(), 10, 5, 1, 2, 1, 3, 1, 1, 2,
            List.of(new Recent(QuestionActs.ANSWERED.name(), THEN, this.text, PAGE, 10),
                new Recent(QuestionActs.ACCEPTED.name(), THEN, null, null, 0)), true);
    }

    /** @return one notice of each type, one of them read, thanks also without a title */
    public Slice<NoticeView> notices()
    {
        List<NoticeView> notices = new ArrayList<>();
        for (NoticeType type : ContributedComponents.of(NoticeType.class)) {
            boolean answer = "ANSWER".equals(type.name());
            notices.add(new NoticeView(10L + notices.size(), type.name(), person(), this.text, PAGE,
                answer ? "cop-post-" + ANSWER : "", THEN, answer));
        }
        notices.add(new NoticeView(7, "THANKS", person(), "", PAGE, "", THEN, false));
        return new Slice<>(notices, this.text);
    }

    /** @return something of each kind that can be watched */
    public Slice<Item> watched()
    {
        return new Slice<>(List.of(new Item(CommunityWatch.of(new WikiId("xwiki"), new CommunityId(COMMUNITY)),
            new Watchable(this.text, PAGE)),
            new Item(QuestionWatch.of(new WikiId("xwiki"), QUESTION), new Watchable(this.text, PAGE)),
            new Item(TagWatch.of(new WikiId("xwiki"), this.text), new Watchable(this.text, PAGE,
                Map.of("cop-tag", this.text)))), this.text);
    }

    public List<TagCount> tags()
    {
        return List.of(new TagCount(this.text, 2));
    }

    public PointRules rules()
    {
        return new PointRules(Map.of("asked", 2, "voted-down", -1), Set.of("asked"), 200, 10, "f");
    }

    /** @return how a suite does that has one of everything to tell */
    public Health.Report health()
    {
        return new Health.Report(12, List.of(new LedgerConsumers.Status("index", 12, 0, null, 0, null, 0),
            new LedgerConsumers.Status(this.text, 9, 3, THEN, 4, this.text, 1)),
            Optional.of(new IndexStatus.State(7, 9, 2, THEN)), Optional.of(new IndexStatus.Repair(THEN,
                IndexStatus.Step.WAITING, this.text, THEN, null, true)),
            Optional.of(new IndexStatus.Progress(200, 1_000)), Optional.of(new PageSynchroniser.Reconciled(THEN, 2,
                false)),
            Optional.of(THEN), Optional.of(new Database.Connections(1, 2, 15)),
            new Jobs.JobCounts(1, 1));
    }

    /** @return a job of each kind of state */
    public List<Jobs.Latest> jobs()
    {
        return List.of(new Jobs.Latest("rebuild", true, job("rebuild", JobState.RUNNING, 10L)),
            new Jobs.Latest("recount", false, job("recount", JobState.FAILED, null)));
    }

    private Job job(String type, JobState state, Long total)
    {
        return new Job(new UUID(7, state.ordinal()), type, state, this.text, 5, total, 3,
            new CopException.Message("cop.job.progress", this.text, 2), READER, THEN, THEN);
    }
}
