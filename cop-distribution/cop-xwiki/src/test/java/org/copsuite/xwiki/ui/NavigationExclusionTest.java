/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.db.ThreadSession;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageLocks;
import org.copsuite.xwiki.page.PageReader;
import org.copsuite.xwiki.page.PageSaver;
import org.copsuite.xwiki.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

/** The communities are kept out of XWiki's navigation panel once, and what administrators decide there holds. */
@ComponentTest
@ComponentList({InstalledPages.class, PageSaver.class, PageReader.class, PageLocks.class, WikiContext.class,
    ThreadSession.class})
class NavigationExclusionTest
{
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDocumentReference CLASS =
        new LocalDocumentReference("PanelsCode", "NavigationConfigurationClass");

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents(role = NavigationExclusion.class)
    private NavigationExclusion navigation;

    private FakePlatform platform;

    private final Map<String, String> kept = new HashMap<>();

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(Database.class, DATABASE);
        this.components.registerComponent(People.class, this.platform.people());
        Wikis wikis = this.components.registerMockComponent(Wikis.class);
        lenient().when(wikis.all()).thenReturn(List.of(new WikiId("xwiki")));
        Settings settings = this.components.registerMockComponent(Settings.class);
        lenient().when(settings.get(NavigationExclusion.SETTING, new WikiId("xwiki")))
            .thenAnswer(call -> this.kept.getOrDefault("value", ""));
        lenient().doAnswer(call -> this.kept.put("value", call.getArgument(2))).when(settings)
            .set(eq(NavigationExclusion.SETTING), eq(SettingTarget.wiki(new WikiId("xwiki"))), anyString());
    }

    private void install()
    {
        installSuite();
        installPanels();
    }

    private void installSuite()
    {
        save(document("CoP", "WebHome"));
    }

    private void installPanels()
    {
        save(document("PanelsCode", "NavigationConfigurationClass"));
    }

    private XWikiDocument document(String space, String name)
    {
        return this.platform.wiki().getDocument(new DocumentReference("xwiki", List.of(space), name),
            this.platform.context()).clone();
    }

    private void save(XWikiDocument document)
    {
        document.setMetaDataDirty(true);
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
    }

    private void configure(String property, String... pages)
    {
        XWikiDocument document = document("PanelsCode", "NavigationConfiguration");
        if (document.getXObject(CLASS) == null) {
            document.newXObject(CLASS, this.platform.context());
        }
        document.getXObject(CLASS).setDBStringListValue(property, List.of(pages));
        save(document);
    }

    private List<?> exclusions()
    {
        return document("PanelsCode", "NavigationConfiguration").getXObject(CLASS).getListValue("exclusions");
    }

    @Test
    void excludesTheCommunitiesBesideWhatIsExcluded()
    {
        install();
        configure("exclusions", "Sandbox.WebHome", "Dashboard.WebHome");
        this.navigation.run();

        assertThat(exclusions()).asList().containsExactly("Sandbox.WebHome", "Dashboard.WebHome", "Communities.WebHome");
    }

    @Test
    void makesTheConfigurationWhereThereIsNone()
    {
        install();
        this.navigation.run();

        assertThat(exclusions()).asList().containsExactly("Communities.WebHome");
        assertThat(document("PanelsCode", "NavigationConfiguration").isHidden()).isTrue();
    }

    @Test
    void leavesWhatAdministratorsChangedAfterwards()
    {
        install();
        this.navigation.run();
        configure("exclusions", "Sandbox.WebHome");
        this.navigation.run();

        assertThat(exclusions()).asList().containsExactly("Sandbox.WebHome");
        this.navigation.restore(new WikiId("xwiki"));
        assertThat(exclusions()).asList().containsExactly("Sandbox.WebHome");
    }

    @Test
    void leavesWhatAdministratorsHadDecidedBefore()
    {
        install();
        configure("exclusions", "Communities.WebHome");
        this.navigation.run();
        this.navigation.restore(new WikiId("xwiki"));
        assertThat(exclusions()).asList().containsExactly("Communities.WebHome");

        configure("exclusions");
        configure("inclusions", "Communities.WebHome");
        this.navigation.run();
        assertThat(exclusions()).asList().isEmpty();
    }

    @Test
    void takesItBackWhenThePagesGoAndExcludesThemAgainWhenTheyCome()
    {
        install();
        configure("exclusions", "Sandbox.WebHome");
        this.navigation.run();
        this.navigation.restore(new WikiId("xwiki"));
        assertThat(exclusions()).asList().containsExactly("Sandbox.WebHome");
        this.navigation.run();
        assertThat(exclusions()).asList().containsExactly("Sandbox.WebHome", "Communities.WebHome");
    }

    @Test
    void savesNothingTwice()
    {
        install();
        this.navigation.run();
        String version = document("PanelsCode", "NavigationConfiguration").getVersion();
        this.navigation.run();

        assertThat(document("PanelsCode", "NavigationConfiguration").getVersion()).isEqualTo(version);
    }

    @Test
    void waitsForXWikisPanels()
    {
        installSuite();
        this.navigation.run();
        assertThat(document("PanelsCode", "NavigationConfiguration").isNew()).isTrue();
        installPanels();
        this.navigation.run();
        assertThat(exclusions()).asList().containsExactly("Communities.WebHome");
    }

    @Test
    void waitsForTheSuitesPages()
    {
        installPanels();
        this.navigation.run();
        assertThat(document("PanelsCode", "NavigationConfiguration").isNew()).isTrue();
        assertThat(this.kept).isEmpty();
    }

    @Test
    void goesOnWhereOneWikiFails() throws Exception
    {
        install();
        Settings settings = this.components.getInstance(Settings.class);
        when(this.components.<Wikis>getInstance(Wikis.class).all()).thenReturn(List.of(new WikiId("broken"),
            new WikiId("xwiki")));
        doAnswer(call -> {
            throw new IllegalStateException("A test's own failure.");
        }).when(settings).get(NavigationExclusion.SETTING, new WikiId("broken"));
        this.navigation.run();

        assertThat(exclusions()).asList().containsExactly("Communities.WebHome");
        assertThat(this.logs.getMessage(0)).contains("Failed to exclude communities from the navigation panel");
    }
}
