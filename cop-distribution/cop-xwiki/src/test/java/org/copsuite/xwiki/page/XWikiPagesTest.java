/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.copsuite.db.ThreadSession;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.PagesContract;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.FakeUser;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.stubbing.Answer;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.job.Job;
import org.xwiki.job.event.status.JobStatus;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.EventListener;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.refactoring.job.MoveRequest;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.FakeAuthors;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** The port on pages, on documents that behave as XWiki's do; the lock is in a database. */
@ComponentTest
@ComponentList({XWikiPages.class, PageReader.class, PageSaver.class, PageLocks.class, PageMoves.class,
    PageComments.class, PageFiles.class, PageQueries.class, PageEvents.class, MoveEvents.class, PageListeners.class, WikiContext.class,
    ThreadSession.class})
class XWikiPagesTest extends PagesContract
{
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId BOB = new UserId("xwiki:XWiki.bob");

    private FakePlatform platform;

    private RemoteObservationManagerContext remote;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Pages pages;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(Database.class, DATABASE);
        this.components.registerComponent(People.class, this.platform.people());
        this.remote = this.components.registerMockComponent(RemoteObservationManagerContext.class);
        ComponentManager jobs = this.components.registerMockComponent(ComponentManager.class, "context");
        lenient().when(jobs.getInstance(Job.class, "refactoring/rename")).thenAnswer(call -> job());
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.platform.wiki().addListener(this.components.getInstance(EventListener.class, PageEvents.NAME));
        this.pages = this.components.getInstance(Pages.class);
    }

    /** XWiki's job: the page, or a space with all that is in it. */
    private Job job()
    {
        Job job = mock(Job.class);
        MoveRequest[] request = new MoveRequest[1];
        Answer<Void> initialize = call -> {
            request[0] = call.getArgument(0);
            return null;
        };
        doAnswer(initialize).when(job).initialize(any());
        doAnswer(call -> {
            assertThat(request[0].isCheckRights()).isFalse();
            assertThat(request[0].isInteractive()).isFalse();
            EntityReference from = request[0].getEntityReferences().iterator().next();
            EntityReference to = request[0].getDestination();
            for (DocumentReference each : this.platform.wiki().below(from)) {
                this.platform.wiki().rename(each, moved(each, from, to), this.platform.context());
                this.components.<EventListener>getInstance(EventListener.class, MoveEvents.NAME)
                    .onEvent(new DocumentRenamedEvent(each, moved(each, from, to)), null, null);
            }
            return null;
        }).when(job).run();
        JobStatus status = mock(JobStatus.class);
        when(job.getStatus()).thenReturn(status);
        return job;
    }

    /** XWiki saves the moved page once more. */
    @Override
    protected List<String> heardAfterMove(String from, String to)
    {
        return List.of("UPDATED " + to);
    }

    private static DocumentReference moved(DocumentReference each, EntityReference from, EntityReference to)
    {
        String target = to.toString() + each.toString().substring(from.toString().length());
        List<String> names = List.of(target.split("/"));
        return new DocumentReference(names.get(0), names.subList(1, names.size() - 1), names.get(names.size() - 1));
    }

    @Test
    void listsNoPageWhoseObjectHasNoId() throws Exception
    {
        SpaceId space = SpaceId.of(new WikiId("xwiki"), "Listed");
        List<PageId> listed = new ArrayList<>();
        for (String name : List.of("A", "B", "C", "D", "E")) {
            PageId page = space.page(name);
            XWikiDocument document = new XWikiDocument(Names.reference(page));
            boolean template = List.of("A", "B", "D").contains(name);
            document.newXObject(new LocalDocumentReference("CoP", "ListedClass"), this.platform.context())
                .setStringValue("id", template ? "" : UUID.randomUUID().toString());
            this.platform.wiki().saveDocument(document, "", false, this.platform.context());
            if (!template) {
                listed.add(page);
            }
        }

        List<PageId> all = new ArrayList<>();
        PageId after = null;
        List<Page> some;
        do {
            some = this.pages.list(new WikiId("xwiki"), "listed", after, 1);
            some.forEach(page -> all.add(page.id()));
            after = some.isEmpty() ? after : some.get(0).id();
        } while (some.size() == 1);

        assertThat(all).isEqualTo(listed);
    }

    @Override
    protected Pages pages()
    {
        return this.pages;
    }

    @Override
    protected UserId alice()
    {
        return ALICE;
    }

    @Override
    protected UserId bob()
    {
        return BOB;
    }

    private final PageId page = SpaceId.of(new WikiId("xwiki"), "Communities", "Own").page("Page");

    private PageDraft draft(UserId author, String content, String expected)
    {
        return new PageDraft(this.page, "Title", content, author, null,
            new PageObject("question", UUID.fromString("a8098c1a-f86e-11da-bd1a-00112444be1e"), Map.of("tags", "a")), false,
            "", false, expected);
    }

    private XWikiDocument stored()
    {
        return this.platform.wiki().getDocument(Names.reference(this.page), this.platform.context());
    }

    @Test
    void lendsNoRightsToWhatMembersWrite() throws Exception
    {
        Page first = this.pages.save(draft(ALICE, "{{groovy}}println 1{{/groovy}}", null));
        assertThat(stored().isEnforceRequiredRights()).isTrue();

        XWikiDocument tampered = stored();
        tampered.setEnforceRequiredRights(false);
        tampered.newXObject(new LocalDocumentReference("XWiki", "RequiredRightClass"), this.platform.context())
            .setStringValue("level", "programming");
        this.pages.save(draft(ALICE, "{{groovy}}println 2{{/groovy}}", first.version()));

        assertThat(stored().isEnforceRequiredRights()).isTrue();
        assertThat(stored().getXObject(new LocalDocumentReference("XWiki", "RequiredRightClass"))).isNull();
    }

    @Test
    void namesWhoActedAndNoMemberAsCreator() throws Exception
    {
        Page first = this.pages.save(draft(ALICE, "one", null));
        this.pages.save(draft(BOB, "two", first.version()));

        FakeAuthors authors = (FakeAuthors) stored().getAuthors();
        FakeUser bob = new FakeUser(Names.account(BOB));
        assertThat(authors.creator()).isEqualTo(new FakeUser(Names.account(FakePlatform.SERVICE)));
        assertThat(authors.content()).isEqualTo(bob);
        assertThat(authors.effective()).isEqualTo(bob);
        assertThat(authors.getOriginalMetadataAuthor()).isEqualTo(bob);
    }

    @Test
    void namesTheServiceForImportedPeople() throws Exception
    {
        this.pages.save(draft(new UserId(UserId.IMPORTED + "7"), "one", null));

        assertThat(stored().getAuthors().getOriginalMetadataAuthor())
            .isEqualTo(new FakeUser(Names.account(FakePlatform.SERVICE)));
    }

    @Test
    void keepsAnObjectOfXWikiPerType() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));

        BaseObject object = stored().getXObject(new LocalDocumentReference("CoP", "QuestionClass"));
        assertThat(object.getStringValue("id")).isEqualTo("a8098c1a-f86e-11da-bd1a-00112444be1e");
        assertThat(object.getStringValue("tags")).isEqualTo("a");
    }

    @Test
    void takesAPageWithABrokenIdForAPlainOne() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));
        stored().getXObject(new LocalDocumentReference("CoP", "QuestionClass")).setStringValue("id", "'; drop table x");

        assertThat(this.pages.load(this.page)).map(Page::object).contains(Optional.empty());
    }

    @Test
    void holdsNoIdOfAnObjectBesideTheOneThatThePageIsReadBy() throws Exception
    {
        UUID read = this.pages.save(draft(ALICE, "one", null)).object().orElseThrow().id();
        UUID beside = UUID.randomUUID();
        stored().newXObject(new LocalDocumentReference("CoP", "QuestionClass"), this.platform.context())
            .setStringValue("id", beside.toString());

        assertThat(this.pages.holding(new WikiId("xwiki"), read)).containsExactly(this.page);
        assertThat(this.pages.holding(new WikiId("xwiki"), beside)).isEmpty();
    }

    @Test
    void changesNothingInXWikisCache() throws Exception
    {
        Page first = this.pages.save(draft(ALICE, "one", null));
        XWikiDocument cached = stored();
        assertThatThrownBy(() -> this.pages.save(draft(BOB, "two", "9.9"))).isInstanceOf(StaleVersionException.class);
        this.pages.save(draft(BOB, "two", first.version()));

        assertThat(cached.getContent()).isEqualTo("one");
    }

    @Test
    void keepsTheVersionThatIsCommentedOn() throws Exception
    {
        Page page = this.pages.save(draft(ALICE, "one", null));
        this.pages.comment(this.page, new Pages.PageComment(UUID.randomUUID(), BOB, page.updated(), "Well said"));

        assertThat(this.pages.load(this.page)).contains(page);
        assertThat(this.pages.save(draft(ALICE, "two", page.version())).content()).isEqualTo("two");
        assertThat(this.pages.comments(this.page)).hasSize(1);
    }

    @Test
    void saysNothingOfTranslations() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));
        List<Pages.PageEvent> events = new CopyOnWriteArrayList<>();
        this.pages.listen(events::add);
        XWikiDocument translation = stored().clone();
        translation.setLocale(Locale.FRENCH);
        translation.setOriginalDocument(translation.clone());
        this.platform.wiki().tell(new DocumentCreatedEvent(), translation, this.platform.context());

        assertThat(events).isEmpty();
    }

    @Test
    void saysNothingOfWhatAnotherNodeDid() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));
        List<Pages.PageEvent> events = new CopyOnWriteArrayList<>();
        this.pages.listen(events::add);
        when(this.remote.isRemoteState()).thenReturn(true);
        this.platform.wiki().tell(new DocumentUpdatedEvent(), stored(), this.platform.context());

        assertThat(events).isEmpty();
    }

    @Test
    void saysNothingOfPagesThatAreNotOurs()
    {
        List<Pages.PageEvent> events = new CopyOnWriteArrayList<>();
        this.pages.listen(events::add);
        XWikiDocument other = new XWikiDocument(Names.reference(this.page));
        this.platform.wiki().saveDocument(other, "", false, this.platform.context());

        assertThat(events).isEmpty();
    }

    @Test
    void saysThatAPageLostItsObject() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));
        List<Pages.PageEvent> events = new CopyOnWriteArrayList<>();
        this.pages.listen(events::add);
        XWikiDocument without = stored().clone();
        without.removeXObjects(new LocalDocumentReference("CoP", "QuestionClass"));
        this.platform.wiki().saveDocument(without, "", false, this.platform.context());

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Pages.PageEvent.Kind.UPDATED);
            assertThat(event.object()).isNull();
        });
    }

    @Test
    void refusesToMoveOntoAnyPageOfTheWiki() throws Exception
    {
        this.pages.save(draft(ALICE, "one", null));
        PageId plain = this.page.space().page("Plain");
        this.platform.wiki().saveDocument(new XWikiDocument(Names.reference(plain)), "", false, this.platform.context());

        assertThatThrownBy(() -> this.pages.move(this.page, plain, ALICE)).isInstanceOf(StaleVersionException.class);
    }
}
