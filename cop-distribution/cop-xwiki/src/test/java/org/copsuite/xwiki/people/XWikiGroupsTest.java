/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.copsuite.db.ThreadSession;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.GroupsContract;
import org.copsuite.wiki.People;
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
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups as XWiki keeps them: a page with an object for each member. */
@ComponentTest
@ComponentList({XWikiGroups.class, PageSaver.class, PageReader.class, PageLocks.class, WikiContext.class,
    ThreadSession.class})
class XWikiGroupsTest extends GroupsContract
{
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDocumentReference RIGHTS = new LocalDocumentReference("XWiki", "XWikiRights");

    private FakePlatform platform;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Groups groups;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(Database.class, DATABASE);
        this.components.registerComponent(People.class, this.platform.people());
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.groups = this.components.getInstance(Groups.class);
    }

    @Override
    protected Groups groups()
    {
        return this.groups;
    }

    @Override
    protected UserId alice()
    {
        return new UserId("xwiki:XWiki.alice");
    }

    @Override
    protected UserId bob()
    {
        return new UserId("other:XWiki.bob");
    }

    @Test
    void namesMembersAsXWikiDoes()
    {
        GroupId group = this.groups.create(new WikiId("xwiki"), "CoP-test");
        this.groups.add(group, alice());
        this.groups.add(group, bob());

        List<BaseObject> objects = this.platform.wiki().getDocument(
            Names.reference(SpaceId.of(new WikiId("xwiki"), "XWiki").page("CoP-test")), this.platform.context())
            .getXObjects(new LocalDocumentReference("XWiki", "XWikiGroups"));
        assertThat(group.value()).isEqualTo("xwiki:XWiki.CoP-test");
        assertThat(objects).extracting(object -> object.getStringValue("member"))
            .containsExactly("", "XWiki.alice", "other:XWiki.bob");
    }

    private XWikiDocument page(String name)
    {
        return this.platform.wiki().getDocument(Names.reference(SpaceId.of(new WikiId("xwiki"), "XWiki").page(name)),
            this.platform.context());
    }

    private List<BaseObject> rules(String name)
    {
        return page(name).getXObjects(RIGHTS).stream().filter(Objects::nonNull).toList();
    }

    @Test
    void savesAHiddenGroupOnce()
    {
        GroupId group = this.groups.create(new WikiId("xwiki"), "CoP-hidden");
        this.groups.hide(group, Set.of(group));
        String version = page("CoP-hidden").getVersion();
        this.groups.hide(group, Set.of(group));

        assertThat(page("CoP-hidden").getVersion()).isEqualTo(version);
        assertThat(page("CoP-hidden").isHidden()).isTrue();
        assertThat(rules("CoP-hidden")).extracting(rule -> rule.getStringValue("levels"))
            .containsExactly("view", "edit,comment,delete");
        assertThat(rules("CoP-hidden")).extracting(rule -> rule.getStringValue("users"))
            .containsOnly(FakePlatform.SERVICE.value());
    }

    @Test
    void keepsTheRulesOfAdministrators()
    {
        GroupId group = this.groups.create(new WikiId("xwiki"), "CoP-audited");
        XWikiDocument document = page("CoP-audited").clone();
        BaseObject rule = document.newXObject(RIGHTS, this.platform.context());
        rule.setStringValue("levels", "view");
        rule.setLargeStringValue("groups", "XWiki.Auditors");
        rule.setIntValue("allow", 1);
        document.setMetaDataDirty(true);
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
        this.groups.hide(group, Set.of(group));
        this.groups.hide(group, Set.of(new GroupId("xwiki:XWiki.Others")));

        assertThat(rules("CoP-audited")).extracting(r -> r.getStringValue("groups")).containsExactly("XWiki.Auditors",
            "XWiki.XWikiAdminGroup,xwiki:XWiki.Others", "XWiki.XWikiAdminGroup");
    }

    @Test
    void createsNoGroupToHideIt()
    {
        this.groups.hide(this.groups.named(new WikiId("xwiki"), "CoP-none"), Set.of());

        assertThat(page("CoP-none").isNew()).isTrue();
    }
}
