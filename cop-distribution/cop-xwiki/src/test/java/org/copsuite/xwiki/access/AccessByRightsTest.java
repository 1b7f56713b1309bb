/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.copsuite.db.ThreadSession;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.AccessContract;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageLocks;
import org.copsuite.xwiki.page.PageReader;
import org.copsuite.xwiki.page.PageSaver;
import org.copsuite.xwiki.people.AccountReader;
import org.copsuite.xwiki.people.AccountSearch;
import org.copsuite.xwiki.people.Accounts;
import org.copsuite.xwiki.people.XWikiGroups;
import org.copsuite.xwiki.people.XWikiPeople;
import org.copsuite.xwiki.request.XWikiLinks;
import org.copsuite.xwiki.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.localization.LocalizationManager;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;

/** The contract of the port on rights objects, groups and accounts, in a wiki with the rights that XWiki delivers. */
@ComponentTest
@ComponentList({XWikiAccess.class, RightsCache.class, RightsEvents.class, SpaceRights.class, PageSaver.class,
    PageReader.class, PageLocks.class, WikiContext.class, XWikiGroups.class, XWikiPeople.class, Accounts.class,
    AccountReader.class,
    ThreadSession.class})
class AccessByRightsTest extends AccessContract
{
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId BOB = new UserId("xwiki:XWiki.bob");

    private static final UserId GONE = new UserId("xwiki:XWiki.gone");

    private static final UserId ADMIN = new UserId("xwiki:XWiki.Admin");

    private static final UserId ELSEWHERE = new UserId("other:XWiki.alice");

    private final SpaceId space = SpaceId.of(new WikiId("xwiki"), "Communities", "Gardening");

    private FakePlatform platform;

    private AuthorizationManager authorization;

    private org.xwiki.security.authorization.Right moderate;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Access access;

    private Groups groups;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(Database.class, DATABASE);
        this.components.registerMockComponent(AccountSearch.class);
        this.components.registerMockComponent(XWikiLinks.class);
        LocalizationManager localization = this.components.registerMockComponent(LocalizationManager.class);
        lenient().when(localization.getDefaultLocale()).thenReturn(Locale.ENGLISH);
        Wikis wikis = this.components.registerMockComponent(Wikis.class);
        lenient().when(wikis.all()).thenReturn(List.of(new WikiId("xwiki"), new WikiId("other")));
        this.authorization = new FakeAuthorization(this.platform);
        this.components.registerComponent(AuthorizationManager.class, this.authorization);
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.moderate = this.authorization.register(new ModerateRight());
        this.platform.wiki().addListener(this.components.getInstance(EventListener.class, RightsEvents.NAME));
        this.access = this.components.getInstance(Access.class);
        this.groups = this.components.getInstance(Groups.class);
        List.of(ALICE, BOB, ADMIN, ELSEWHERE).forEach(user -> account(user, 1));
        account(GONE, 0);
        wiki(new WikiId("xwiki"), ALICE, BOB, GONE, ADMIN);
        wiki(new WikiId("other"), ELSEWHERE);
        this.groups.add(new GroupId("xwiki:XWiki.XWikiAdminGroup"), ADMIN);
    }

    @AfterEach
    void forget() throws Exception
    {
        this.authorization.unregister(this.moderate);
    }

    private void account(UserId user, int active)
    {
        object(Names.profile(user).orElseThrow(), "XWikiUsers").setIntValue("active", active);
    }

    /** A wiki as XWiki delivers it: everybody reads, accounts edit and comment, administrators may all. */
    private void wiki(WikiId wiki, UserId... users)
    {
        PageId preferences = SpaceId.of(wiki, "XWiki").page("XWikiPreferences");
        allow(preferences, "XWikiGlobalRights", "admin,edit,delete,programming,comment,createwiki,script",
            "groups", "XWiki.XWikiAdminGroup");
        allow(preferences, "XWikiGlobalRights", "edit,comment", "groups", "XWiki.XWikiAllGroup");
        GroupId all = this.groups.create(wiki, "XWikiAllGroup");
        List.of(users).forEach(user -> this.groups.add(all, user));
        this.groups.create(wiki, "XWikiAdminGroup");
    }

    private void allow(PageId page, String type, String levels, String whom, String names)
    {
        BaseObject rule = object(page, type);
        rule.setStringValue("levels", levels);
        rule.setLargeStringValue(whom, names);
        rule.setIntValue("allow", 1);
    }

    /** An object that somebody added in XWiki. */
    private BaseObject object(PageId page, String type)
    {
        LocalDocumentReference name = new LocalDocumentReference("XWiki", type);
        XWikiDocument document =
            this.platform.wiki().getDocument(Names.reference(page), this.platform.context()).clone();
        document.newXObject(name, this.platform.context());
        document.setMetaDataDirty(true);
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
        List<BaseObject> objects = this.platform.wiki().getDocument(Names.reference(page), this.platform.context())
            .getXObjects(name);
        return objects.get(objects.size() - 1);
    }

    @Override
    protected Access access()
    {
        return this.access;
    }

    @Override
    protected Groups groups()
    {
        return this.groups;
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

    @Override
    protected UserId inactive()
    {
        return GONE;
    }

    @Override
    protected UserId administrator()
    {
        return ADMIN;
    }

    private List<Right> rights(UserId user, PageId page)
    {
        return List.of(Right.values()).stream().filter(right -> this.access.has(user, right, page)).toList();
    }

    @Test
    void opensNoCommunityToGuestsWhereTheWikiIsClosedToThem()
    {
        allow(SpaceId.of(new WikiId("xwiki"), "XWiki").page("XWikiPreferences"), "XWikiGlobalRights", "view", "groups",
            "XWiki.XWikiAllGroup");
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));

        assertThat(rights(UserId.GUEST, this.space.home())).isEmpty();
        assertThat(rights(ALICE, this.space.home())).containsExactly(Right.VIEW, Right.COMMENT);
    }

    @Test
    void letsAccountsOfTheMainWikiTakePartInAnotherWiki()
    {
        SpaceId there = SpaceId.of(new WikiId("other"), "Communities", "Gardening");
        this.access.protect(there, new Protection(Right.VIEW, Right.COMMENT, null, null));
        SpaceId closed = SpaceId.of(new WikiId("other"), "Communities", "Closed");
        GroupId members = this.groups.create(new WikiId("other"), "Members");
        this.groups.add(members, BOB);
        this.access.protect(closed, new Protection(null, null, members, null));

        assertThat(rights(ALICE, there.home())).containsExactly(Right.VIEW, Right.COMMENT);
        assertThat(rights(ELSEWHERE, there.home())).containsExactly(Right.VIEW, Right.COMMENT);
        assertThat(rights(ALICE, closed.home())).isEmpty();
        assertThat(rights(BOB, closed.home())).containsExactly(Right.VIEW, Right.COMMENT);
        assertThat(this.access.visibleSpaces(new WikiId("other"), BOB)).contains(there, closed);
    }

    @Test
    void doesNotTakeAnAccountForAnotherOfTheSameName()
    {
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));
        GroupId members = this.groups.create(new WikiId("xwiki"), "Members");
        this.groups.add(members, ALICE);
        SpaceId closed = this.space.child("Closed");
        this.access.protect(closed, new Protection(null, null, members, null));

        assertThat(rights(ELSEWHERE, closed.home())).isEmpty();
        assertThat(rights(ALICE, closed.home())).containsExactly(Right.VIEW, Right.COMMENT);
    }

    @Test
    void takesTheMembersOfAGroupWithinTheGroup()
    {
        GroupId members = this.groups.create(new WikiId("xwiki"), "Members");
        GroupId inner = this.groups.create(new WikiId("xwiki"), "Inner");
        this.groups.add(inner, BOB);
        this.groups.add(members, new UserId(inner.value()));
        this.access.protect(this.space, new Protection(null, null, members, null));

        assertThat(rights(BOB, this.space.home())).containsExactly(Right.VIEW, Right.COMMENT);
    }

    @Test
    void hidesWhoIsInAGroupWithoutTakingItsRights()
    {
        GroupId members = this.groups.create(new WikiId("xwiki"), "Members");
        GroupId facilitators = this.groups.create(new WikiId("xwiki"), "Facilitators");
        this.groups.add(members, ALICE);
        this.access.protect(this.space, new Protection(null, null, members, facilitators));
        PageId page = PageId.parse(members.value());
        assertThat(rights(UserId.GUEST, page)).contains(Right.VIEW);
        assertThat(rights(BOB, page)).contains(Right.EDIT);

        List.of(members, facilitators).forEach(group -> this.groups.hide(group, Set.of(members, facilitators)));

        assertThat(rights(UserId.GUEST, page)).isEmpty();
        assertThat(rights(BOB, page)).isEmpty();
        assertThat(rights(ALICE, page)).containsExactly(Right.VIEW);
        assertThat(rights(ADMIN, page)).containsExactly(Right.values());
        assertThat(rights(ALICE, this.space.home())).containsExactly(Right.VIEW, Right.COMMENT);
        assertThat(rights(BOB, this.space.home())).isEmpty();
        this.groups.add(members, BOB);
        assertThat(rights(BOB, page)).containsExactly(Right.VIEW);
        assertThat(this.access.visibleSpaces(new WikiId("xwiki"), BOB)).contains(this.space);
    }

    @Test
    void readsNoRightsAnewWhereAGroupChanges()
    {
        GroupId members = this.groups.create(new WikiId("xwiki"), "Members");
        this.groups.hide(members, Set.of(members));
        List<SpaceId> changed = new ArrayList<>();
        this.access.onChange(changed::add);
        this.groups.add(members, BOB);

        assertThat(changed).isEmpty();
    }

    @Test
    void heedsThePagesOwnRights()
    {
        this.access.protect(this.space, new Protection(Right.VIEW, Right.COMMENT, null, null));
        PageId own = this.space.page("Own");
        allow(own, "XWikiRights", "view", "users", "XWiki.bob");

        assertThat(this.access.hasOwnRights(own)).isTrue();
        assertThat(this.access.has(BOB, Right.VIEW, own)).isTrue();
        assertThat(this.access.has(ALICE, Right.VIEW, own)).isFalse();
        assertThat(this.access.has(ALICE, Right.VIEW, this.space.page("Other"))).isTrue();
        assertThat(rights(ADMIN, own)).containsExactly(Right.values());
    }

    @Test
    void lendsNobodyWhoEditsTheRightToModerate()
    {
        allow(this.space.page("WebPreferences"), "XWikiGlobalRights", "edit,comment", "users", "XWiki.bob");

        assertThat(rights(BOB, this.space.home())).containsExactly(Right.VIEW, Right.COMMENT, Right.EDIT);
    }
}
