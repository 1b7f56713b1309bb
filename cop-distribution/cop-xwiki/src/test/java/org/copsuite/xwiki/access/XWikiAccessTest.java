/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.copsuite.db.ThreadSession;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageLocks;
import org.copsuite.xwiki.page.PageReader;
import org.copsuite.xwiki.page.PageSaver;
import org.copsuite.xwiki.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContextManager;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.EventListener;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.web.XWikiRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** Which spaces decide is read from rights objects; who may do what is XWiki's to say. */
@ComponentTest
@ComponentList({XWikiAccess.class, RightsCache.class, RightsEvents.class, SpaceRights.class, PageSaver.class,
    PageReader.class, PageLocks.class, WikiContext.class,
    ThreadSession.class})
class XWikiAccessTest
{
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId GONE = new UserId("xwiki:XWiki.gone");

    private final SpaceId space = SpaceId.of(new WikiId("xwiki"), "Communities", "Gardening");

    private FakePlatform platform;

    private AuthorizationManager authorization;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Access access;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(Database.class, DATABASE);
        People people = this.platform.people();
        Person alice = mock(Person.class);
        lenient().when(alice.active()).thenReturn(true);
        lenient().when(people.find(any(UserId.class))).thenReturn(Optional.empty());
        lenient().when(people.find(ALICE)).thenReturn(Optional.of(alice));
        lenient().when(people.find(GONE)).thenReturn(Optional.of(mock(Person.class)));
        this.components.registerComponent(People.class, people);
        this.authorization = this.components.registerMockComponent(AuthorizationManager.class);
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.platform.wiki().addListener(this.components.getInstance(EventListener.class, RightsEvents.NAME));
        this.access = this.components.getInstance(Access.class);
    }

    private List<BaseObject> rules()
    {
        return rules(this.space);
    }

    private List<BaseObject> rules(SpaceId where)
    {
        return preferences(where).getXObjects(new LocalDocumentReference("XWiki", "XWikiGlobalRights"));
    }

    private XWikiDocument preferences(SpaceId where)
    {
        return this.platform.wiki().getDocument(Names.reference(where.page("WebPreferences")),
            this.platform.context());
    }

    private String groups(String level)
    {
        return groups(this.space, level);
    }

    private String groups(SpaceId where, String level)
    {
        return rules(where).stream().filter(rule -> level.equals(rule.getStringValue("levels")))
            .map(rule -> rule.getStringValue("groups") + rule.getStringValue("users")).sorted().toList().toString();
    }

    @Test
    void asksInXWikisContextAlsoInAThreadThatHasNone() throws Exception
    {
        Execution execution = this.components.getInstance(Execution.class);
        when(execution.getContext()).thenReturn(null);
        AtomicBoolean made = new AtomicBoolean();
        ExecutionContextManager contexts = this.components.getInstance(ExecutionContextManager.class);
        doAnswer(call -> {
            made.set(true);
            return null;
        }).when(contexts).initialize(any());
        when(this.authorization.hasAccess(any(), any(), any())).thenAnswer(call -> made.get());

        assertThat(this.access.has(ALICE, Right.VIEW, this.space.home())).isTrue();
        verify(execution).removeContext();
    }

    @Test
    void letsTheInnermostSpaceWithRightsDecide()
    {
        PageId deep = this.space.child("Inner").page("Page");
        assertThat(this.access.decidingSpace(deep)).isEqualTo(SpaceId.of(new WikiId("xwiki")));
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));
        assertThat(this.access.decidingSpace(deep)).isEqualTo(this.space);
        assertThat(this.access.decidingSpace(SpaceId.of(new WikiId("xwiki"), "Communities", "Other").home()))
            .isEqualTo(SpaceId.of(new WikiId("xwiki")));
    }

    @Test
    void opensASpace()
    {
        this.access.protect(this.space,
            new Protection(Right.VIEW, Right.COMMENT, new GroupId("xwiki:XWiki.M"), new GroupId("xwiki:XWiki.F")));

        assertThat(groups("view")).as("who may see the wiki, and nobody else").isEqualTo("[]");
        assertThat(groups("comment"))
            .isEqualTo("[XWiki.XWikiAdminGroup,xwiki:XWiki.M,xwiki:XWiki.F,XWiki.XWikiAllGroup]");
        assertThat(groups("edit")).isEqualTo("[XWiki.XWikiAdminGroup,xwiki:XWiki.F]");
        assertThat(groups("copmoderate")).isEqualTo("[XWiki.XWikiAdminGroup,xwiki:XWiki.F]");
        assertThat(rules()).allMatch(rule -> rule.getIntValue("allow", 0) == 1);
    }

    @Test
    void letsAccountsOfTheMainWikiTakePartInAnotherWiki()
    {
        SpaceId there = SpaceId.of(new WikiId("other"), "Communities", "Gardening");
        this.access.protect(there, new Protection(Right.VIEW, Right.COMMENT, new GroupId("other:XWiki.M"), null));

        assertThat(groups(there, "view")).isEqualTo("[]");
        assertThat(groups(there, "comment"))
            .isEqualTo("[XWiki.XWikiAdminGroup,other:XWiki.M,XWiki.XWikiAllGroup,xwiki:XWiki.XWikiAllGroup]");
    }

    @Test
    void opensASpaceToAccountsAlone()
    {
        this.access.protect(this.space, new Protection(null, Right.VIEW, null, null));

        assertThat(groups("view")).isEqualTo("[XWiki.XWikiAdminGroup,XWiki.XWikiAllGroup]");
        assertThat(groups("comment")).isEqualTo("[XWiki.XWikiAdminGroup]");
    }

    @Test
    void closesASpaceInPlaceOfWhatWasThere()
    {
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));
        this.access.protect(this.space, new Protection(null, null, new GroupId("xwiki:XWiki.M"), null));

        assertThat(groups("view")).isEqualTo("[XWiki.XWikiAdminGroup,xwiki:XWiki.M]");
        assertThat(groups("comment")).isEqualTo("[XWiki.XWikiAdminGroup,xwiki:XWiki.M]");
        assertThat(preferences(this.space).isHidden()).isTrue();
    }

    @Test
    void leavesNoSpaceOpenThatNobodyMaySee()
    {
        this.access.protect(this.space, new Protection(null, null, null, null));

        assertThat(groups("view")).isEqualTo("[XWiki.XWikiAdminGroup]");
    }

    @Test
    void asksXWikiForAnAccount()
    {
        when(this.authorization.hasAccess(org.xwiki.security.authorization.Right.COMMENT, Names.account(ALICE),
            Names.reference(this.space))).thenReturn(true);

        assertThat(this.access.has(ALICE, Right.COMMENT, this.space)).isTrue();
        assertThat(this.access.has(ALICE, Right.EDIT, this.space)).isFalse();
    }

    @Test
    void asksForAGuestWhereAnAccountCannotSignIn()
    {
        when(this.authorization.hasAccess(org.xwiki.security.authorization.Right.VIEW, null,
            Names.reference(this.space))).thenReturn(true);

        assertThat(this.access.has(GONE, Right.VIEW, this.space)).isTrue();
        assertThat(this.access.has(UserId.GUEST, Right.VIEW, this.space)).isTrue();
        assertThat(this.access.has(new UserId(UserId.IMPORTED + "7"), Right.VIEW, this.space)).isTrue();
        assertThat(this.access.has(ALICE, Right.VIEW, this.space)).isFalse();
    }

    @Test
    void letsAdministratorsModerateWhileTheRightIsNotThere()
    {
        when(this.authorization.hasAccess(org.xwiki.security.authorization.Right.ADMIN, Names.account(ALICE),
            Names.reference(this.space))).thenReturn(true);

        assertThat(this.access.has(ALICE, Right.MODERATE, this.space)).isTrue();
    }

    @Test
    void computesVisibleSpacesOnceARequest()
    {
        when(this.authorization.hasAccess(org.xwiki.security.authorization.Right.VIEW, Names.account(ALICE),
            Names.reference(SpaceId.of(new WikiId("xwiki"))))).thenReturn(true);
        this.platform.context().setRequest(mock(XWikiRequest.class));

        assertThat(this.access.visibleSpaces(new WikiId("xwiki"), ALICE))
            .isEqualTo(Set.of(SpaceId.of(new WikiId("xwiki"))));
        assertThat(this.access.visibleSpaces(new WikiId("xwiki"), ALICE))
            .isEqualTo(Set.of(SpaceId.of(new WikiId("xwiki"))));
        verify(this.authorization, times(1)).hasAccess(any(), any(), any());
    }

    @Test
    void computesVisibleSpacesAnewAfterAChange()
    {
        when(this.authorization.hasAccess(org.xwiki.security.authorization.Right.VIEW, Names.account(ALICE),
            Names.reference(this.space))).thenReturn(true);
        this.platform.context().setRequest(mock(XWikiRequest.class));
        assertThat(this.access.visibleSpaces(new WikiId("xwiki"), ALICE)).isEmpty();
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));

        assertThat(this.access.visibleSpaces(new WikiId("xwiki"), ALICE)).containsExactly(this.space);
    }

    @Test
    void tellsOfRightsThatSomebodyChangedInXWiki()
    {
        List<SpaceId> changed = new ArrayList<>();
        this.access.onChange(changed::add);
        XWikiDocument preferences = new XWikiDocument(Names.reference(this.space.page("WebPreferences")));
        preferences.newXObject(new LocalDocumentReference("XWiki", "XWikiGlobalRights"), this.platform.context());
        this.platform.wiki().saveDocument(preferences, "", false, this.platform.context());

        assertThat(changed).containsExactly(this.space);
        assertThat(this.access.decidingSpace(this.space.home())).isEqualTo(this.space);
    }

    @Test
    void flagsPagesWithRightsOfTheirOwn()
    {
        PageId own = this.space.page("Own");
        assertThat(this.access.hasOwnRights(own)).isFalse();
        XWikiDocument document = new XWikiDocument(Names.reference(own));
        document.newXObject(new LocalDocumentReference("XWiki", "XWikiRights"), this.platform.context());
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());

        assertThat(this.access.hasOwnRights(own)).isTrue();
        assertThat(this.access.hasOwnRights(this.space.page("Other"))).isFalse();
    }
}
