/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.Slice;
import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityService;
import org.copsuite.designation.DesignationService.State;
import org.copsuite.designation.DesignationService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.gap.GapService;
import org.copsuite.handover.HandoverService;
import org.copsuite.health.Health;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.WatchService;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.removal.Removal;
import org.copsuite.routing.RoutingService;
import org.copsuite.search.SearchService;
import org.copsuite.setting.Setting;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Markup.Rendered;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.test.mockito.MockitoComponentManager;

/** All the roles that fragments ask, answering with {@link Samples}. */
public final class FragmentFixture
{
    private static final Properties MESSAGES = messages();

    private final MockitoComponentManager components;

    private final Samples samples;

    private final Set<Class<?>> mocked = new HashSet<>();

    /**
     * @param components where the mocks go
     * @param text what members wrote, everywhere
     */
    public FragmentFixture(MockitoComponentManager components, String text)
    {
        this.components = components;
        this.samples = new Samples(text);
    }

    /**
     * Makes the mocks.
     *
     * @param reader who reads
     * @throws Exception if that fails
     */
    public void register(UserId reader) throws Exception
    {
        ports(reader);
        questions();
        communities();
        others();
        new EmptyServices(this.components, this.mocked).register();
    }

    /** @return the names of all macros of the suite, without {@code cop-} */
    public static List<String> macros()
    {
        return EmptyServices.macros();
    }

    private <T> T mocked(Class<T> role) throws Exception
    {
        this.mocked.add(role);
        return this.components.registerMockComponent(role);
    }

    private void ports(UserId reader) throws Exception
    {
        Texts texts = mocked(Texts.class);
        when(texts.text(any(), anyString(), any(Object[].class))).thenAnswer(
            call -> say(call.getArgument(1), call.getArguments().length > 2 ? Arrays.copyOfRange(
                call.getArguments(), 2, call.getArguments().length) : new Object[0]));
        Requests requests = mocked(Requests.class);
        when(requests.locale()).thenReturn(Locale.ENGLISH);
        when(requests.wiki()).thenReturn(new WikiId("xwiki"));
        when(requests.token()).thenReturn("token");
        when(requests.visitor()).thenReturn("visitor");
        when(requests.page()).thenReturn(Optional.of(Samples.PAGE));
        when(requests.parameter(anyString())).thenReturn(Optional.empty());
        People people = mocked(People.class);
        when(people.current()).thenReturn(reader);
        when(people.find(any(UserId.class))).thenReturn(Optional.empty());
        Links links = mocked(Links.class);
        when(links.use(any())).thenReturn(Html.EMPTY);
        when(links.signIn()).thenReturn("/bin/login");
        when(links.absolute(anyString())).thenAnswer(call -> "https://wiki.example.org" + call.getArgument(0));
        when(links.rest(any(), anyString())).thenAnswer(call -> "/rest/wikis/xwiki/cop" + call.getArgument(1));
        when(links.view(any())).thenAnswer(call -> "/bin/view/" + call.getArgument(0));
        when(links.action(any(), anyString(), any())).thenAnswer(
            call -> "/bin/" + call.getArgument(1) + '/' + call.getArgument(0) + '?' + call.getArgument(2));
        Editor editor = mocked(Editor.class);
        when(editor.field(any())).thenAnswer(call -> field(call.getArgument(0)));
        Markup markup = mocked(Markup.class);
        when(markup.render(anyString(), any())).thenAnswer(call -> new Rendered(
            new Html("<p>" + HtmlEscaper.escape(call.getArgument(0)) + "</p>"), true));
        when(markup.plain(anyString())).thenAnswer(call -> call.getArgument(0));
        Pages pages = mocked(Pages.class);
        when(pages.load(any(PageId.class))).thenAnswer(call -> Optional.of(new Page(call.getArgument(0),
            this.samples.summary().title(), this.samples.summary().title(), reader, reader, Instant.EPOCH, Instant.EPOCH,
            "1.1", false, Optional.of(new PageObject("question", new UUID(9, 9), Map.of())))));
        Access access = mocked(Access.class);
        when(access.has(any(), any(), any(PageId.class))).thenReturn(true);
        when(access.has(any(), any(), any(SpaceId.class))).thenReturn(true);
    }

    private void questions() throws Exception
    {
        QuestionQueries queries = mocked(QuestionQueries.class);
        when(queries.question(any(), any(), any())).thenReturn(this.samples.view());
        when(queries.comments(any(), any(), any()))
            .thenReturn(new Slice<>(this.samples.post(Samples.ANSWER).comments(), "next"));
        PostRef ref = new PostRef(Samples.ANSWER, Samples.QUESTION, new WikiId("xwiki"), Samples.PAGE, Samples.PAGE,
            new CommunityId(Samples.COMMUNITY));
        when(queries.find(any(), any())).thenReturn(ref);
        when(queries.at(any(), any())).thenReturn(ref);
        when(queries.post(any(), any(), any()))
            .thenReturn(new QuestionQueries.SinglePost(ref, this.samples.post(Samples.ANSWER)));
        when(queries.list(any(), any())).thenReturn(new Slice<>(List.of(this.samples.summary()), this.samples.person()
            .name()));
        when(queries.about(any(), any(), anyInt()))
            .thenReturn(new QuestionQueries.Questions(List.of(this.samples.summary()), true));
        when(queries.answered(any(), any(), any(), anyInt()))
            .thenReturn(new QuestionQueries.Questions(List.of(this.samples.summary()), true));
        when(queries.summaries(any(), any(), any())).thenReturn(Map.of(Samples.QUESTION, this.samples.summary()));
        when(queries.tags(any(), any(), any(), any(), anyInt())).thenReturn(this.samples.tags());
        mocked(QuestionService.class);
        SearchService searchService = mocked(SearchService.class);
        when(searchService.search(any(), any())).thenReturn(this.samples.hits());
        when(searchService.reading(any())).thenAnswer(call -> new SearchService.Reading(List.of(this.samples.text()),
            this.samples.text()));
        when(searchService.draft(any(), any(), any())).thenReturn(
            new SearchService.Draft(new WikiId("xwiki"), this.samples.text(), this.samples.text(), List.of(), null,
                Set.of()));
        when(searchService.related(any(), any(), anyInt())).thenReturn(List.of(this.samples.summary()));
    }

    private void communities() throws Exception
    {
        CommunityService service = mocked(CommunityService.class);
        when(service.get(any(), any(), any())).thenReturn(this.samples.community());
        when(service.around(any(), any())).thenReturn(Optional.of(this.samples.community()));
        when(service.named(any(), any(), any())).thenReturn(Optional.empty());
        when(service.named(any(), any(), org.mockito.ArgumentMatchers.eq("Care")))
            .thenReturn(Optional.of(this.samples.community()));
        when(service.search(any(), any(), any(), any(), anyInt()))
            .thenReturn(new Slice<>(List.of(this.samples.community()), this.samples.person().name()));
        when(service.directory(any(), any(), any(), any(), anyInt()))
            .thenReturn(new Slice<>(List.of(this.samples.community()), this.samples.person().name()));
        when(service.firstMembers(any(), anyInt())).thenReturn(this.samples.members().items());
        when(service.members(any(), any(), any(), anyInt())).thenReturn(this.samples.members());
        when(service.mayFound(any(), any())).thenReturn(true);
        CharterService charters = mocked(CharterService.class);
        when(charters.get(any(), any())).thenReturn(this.samples.charter());
        FoundingService foundings = mocked(FoundingService.class);
        when(foundings.templates(any(), any())).thenReturn(List.of(this.samples.template()));
        when(foundings.template(any(), any())).thenReturn(Optional.of(this.samples.template()));
        when(foundings.templateOf(any(), any())).thenReturn(Optional.of(this.samples.template()));
        when(foundings.drafts(any(), any())).thenReturn(List.of(this.samples.founding()));
        when(foundings.draft(any(), any(), any())).thenReturn(this.samples.founding());
        when(foundings.checklist(any(), any())).thenReturn(List.of(
            new FoundingService.Item("purpose", true, new LaunchCheck.Target(Samples.PAGE, Map.of())),
            new FoundingService.Item("question", false, new LaunchCheck.Target(Samples.PAGE, Map.of("a", "b")))));
    }

    private void others() throws Exception
    {
        ExpertiseService expertise = mocked(ExpertiseService.class);
        when(expertise.byText(any(), any(), anyInt())).thenReturn(this.samples.experts());
        when(expertise.find(any(), any(), any(), any(), anyInt())).thenReturn(this.samples.experts());
        when(expertise.byTopic(any(), any(), any(), any(), anyInt())).thenReturn(this.samples.experts());
        when(expertise.topics(any(), any(), any())).thenReturn(this.samples.topics());
        when(expertise.hidden(any(), any(WikiId.class))).thenReturn(List.of(this.samples.text()));
        DesignationService designations = mocked(DesignationService.class);
        when(designations.experts(any(), any(), any(), any(), anyInt())).thenReturn(this.samples.designations(State.ACTIVE));
        when(designations.nominations(any(), any(), any())).thenReturn(this.samples.designations(State.OPEN));
        when(designations.of(any(), any(), any())).thenReturn(this.samples.designations(State.ACTIVE));
        NeedService needs = mocked(NeedService.class);
        when(needs.of(any(), any(QuestionView.class))).thenReturn(this.samples.need());
        when(mocked(GapService.class).get(any(), any(), any())).thenReturn(this.samples.gaps());
        when(mocked(HandoverService.class).get(any(), any(), any(), any())).thenReturn(this.samples.handover());
        RoutingService routing = mocked(RoutingService.class);
        when(routing.asked(any(), any(QuestionSummary.class))).thenReturn(this.samples.asked());
        when(routing.asked(any(), any(PostId.class))).thenReturn(this.samples.asked());
        when(routing.weekly(any(), any())).thenReturn(2);
        Absences absences = mocked(Absences.class);
        Absences.Absence absence = new Absences.Absence(LocalDate.MIN, LocalDate.parse("2999-12-31"));
        when(absences.find(any(), any(UserId.class))).thenReturn(Optional.of(absence));
        when(absences.find(any(), anyCollection())).thenAnswer(
            call -> call.<Collection<UserId>>getArgument(1).stream().distinct().collect(Collectors.toMap(id -> id, id -> absence)));
        Persons persons = mocked(Persons.class);
        when(persons.find(any(UserId.class))).thenReturn(this.samples.person());
        when(persons.imported(any(), any())).thenAnswer(call -> Optional.of(this.samples.imported(
            Samples.LINKED.equals(call.getArgument(1)))));
        when(persons.importedOf(any(), any())).thenReturn(List.of(this.samples.imported(true)));
        when(persons.mayLink(any(), any())).thenAnswer(call -> !call.<UserId>getArgument(0).isGuest());
        Removal removal = mocked(Removal.class);
        when(removal.mayDecide(any(), any())).thenReturn(true);
        Suite suite = mocked(Suite.class);
        when(suite.isOn(any())).thenReturn(true);
        RecognitionService recognition = mocked(RecognitionService.class);
        when(recognition.isOn(any())).thenReturn(true);
        when(recognition.rules()).thenReturn(this.samples.rules());
        when(recognition.leaderboard(any(), any(), any(), any(), anyInt())).thenReturn(this.samples.standings());
        when(recognition.thanks(any(), any(), any(), any(), any(), anyInt())).thenReturn(this.samples.thanks());
        when(recognition.leaders(any(), any(), anyInt()))
            .thenReturn(List.of(new RecognitionService.Leader(this.samples.person(), 3)));
        when(recognition.latestThanks(any(), any(), anyInt())).thenReturn(this.samples.thanks().items());
        when(recognition.contributions(any(), any())).thenReturn(this.samples.contributions());
        notices();
        settings();
        mocked(PageSynchroniser.class);
        Health health = mocked(Health.class);
        when(health.report(any())).thenReturn(this.samples.health());
        Jobs jobs = mocked(Jobs.class);
        when(jobs.latest(any(), any())).thenReturn(this.samples.jobs());
        when(jobs.isResumable(any())).thenReturn(true);
    }

    private void settings() throws Exception
    {
        Setting<String> text = Setting.text("test.text", 1000, "", Scope.WIKI);
        List<Setting<?>> declared = List.of(Setting.flag("question.down-votes", true, Scope.WIKI),
            Setting.number("test.number", 1, 50, 5, Scope.WIKI),
            Setting.choice("test.choice", MailFrequency.DAILY, Scope.WIKI), text,
            Setting.flag("recognition.on", true, Scope.WIKI).withOwnForm());
        Settings settings = mocked(Settings.class);
        when(settings.declared(Scope.WIKI)).thenReturn(declared);
        when(settings.mayChange(any(), any(), any())).thenReturn(true);
        when(settings.get(any(), any(SettingTarget.class))).thenAnswer(call -> text.equals(call.getArgument(0))
            ? this.samples.text() : call.<Setting<?>>getArgument(0).initial());
    }

    private void notices() throws Exception
    {
        NoticeService notices = mocked(NoticeService.class);
        when(notices.list(any(), any(), any(), anyInt())).thenReturn(this.samples.notices());
        when(notices.mailFrequency(any(), any())).thenReturn(MailFrequency.DAILY);
        WatchService watching = mocked(WatchService.class);
        when(watching.watched(any(), any(), any(), anyInt())).thenReturn(this.samples.watched());
        when(watching.choice(any(), any())).thenReturn(Optional.empty());
        Notices port = mocked(Notices.class);
        when(port.preferences(any())).thenReturn(Optional.empty());
    }

    /** @return what members wrote */
    public Samples samples()
    {
        return this.samples;
    }

    private static Html field(Editor.Field field)
    {
        return new Html("<textarea id=\"" + HtmlEscaper.escape(field.id()) + "\" name=\"" + field.name() + '"'
            + (field.required() ? " required" : "") + (field.describedBy() == null ? ""
                : " aria-describedby=\"" + field.describedBy() + '"') + '>'
            + HtmlEscaper.escape(field.text()) + "</textarea>");
    }

    /** A message of ours must be there; one of another module or of a setting of these tests stands for itself. */
    private static String say(String key, Object... arguments)
    {
        String message = MESSAGES.getProperty(key);
        if (message == null) {
            if (key.startsWith("cop.error.") || key.startsWith("cop.setting.test.")) {
                return key;
            }
            throw new IllegalStateException("No message " + key);
        }
        return new MessageFormat(message, Locale.ENGLISH).format(arguments);
    }

    private static Properties messages()
    {
        Properties messages = new Properties();
        try (InputStream stream = FragmentFixture.class.getResourceAsStream("/ApplicationResources.properties")) {
            messages.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

}
