/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.SettingType;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageSaver;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Excludes the communities from XWiki's navigation panel, which would list every question below them. XWiki excludes
 * the pages of applications as well, and the suite's directory links to the communities. Changes the configuration of
 * the panel once per wiki, so that later changes by administrators are kept.
 */
@Component(roles = {MaintenanceTask.class, NavigationExclusion.class})
@Named(NavigationExclusion.HINT)
@Singleton
public class NavigationExclusion implements MaintenanceTask
{
    /** The hint of this component. */
    public static final String HINT = "navigation";

    /** Records the exclusion: {@link #OURS}, {@link #THEIRS} or, before it, nothing. */
    static final Setting<String> SETTING =
        Setting.text("navigation.excluded", SettingType.LONGEST, "", Setting.Scope.WIKI);

    /** The suite added the exclusion, so it removes it when its pages are uninstalled. */
    private static final String OURS = "suite";

    /** Administrators had excluded or included the communities before. */
    private static final String THEIRS = "administrators";

    private static final String PANELS = "PanelsCode";

    private static final LocalDocumentReference CLASS =
        new LocalDocumentReference(PANELS, "NavigationConfigurationClass");

    private static final String EXCLUSIONS = "exclusions";

    private static final String INCLUSIONS = "inclusions";

    /** The home page of the communities, as the configuration writes page names. */
    private static final String COMMUNITIES = "Communities.WebHome";

    @Inject
    private Provider<Settings> settings;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Provider<People> people;

    @Inject
    private InstalledPages installed;

    @Inject
    private PageSaver saver;

    @Inject
    private WikiContext wiki;

    @Inject
    private Logger logger;

    @Override
    public void run()
    {
        this.wikis.get().all().forEach(this::exclude);
    }

    private void exclude(WikiId wikiId)
    {
        try {
            if (this.settings.get().get(SETTING, wikiId).isEmpty() && this.installed.areIn(wikiId)) {
                excludeOnce(wikiId).ifPresent(who -> this.settings.get().set(SETTING, SettingTarget.wiki(wikiId), who));
            }
        } catch (RuntimeException e) {
            this.logger.error("Failed to exclude communities from the navigation panel of wiki [{}]; will retry next"
                + " night.", wikiId, e);
        }
    }

    /**
     * Excludes the communities. Returns empty if XWiki's panels are not installed, since they may be installed later.
     */
    private Optional<String> excludeOnce(WikiId wikiId)
    {
        return this.wiki.in(wikiId, "Changing the navigation panel", context -> {
            PageId xclass = SpaceId.of(wikiId, PANELS).page(CLASS.getName());
            if (context.getWiki().getDocument(Names.reference(xclass), context).isNew()) {
                return Optional.empty();
            }
            boolean[] added = {false};
            this.saver.save(configuration(wikiId), "", true, context, (document, c) -> {
                added[0] = add(document, c);
                return added[0];
            });
            return Optional.of(added[0] ? OURS : THEIRS);
        });
    }

    private static PageId configuration(WikiId wikiId)
    {
        return SpaceId.of(wikiId, PANELS).page("NavigationConfiguration");
    }

    private boolean add(XWikiDocument document, XWikiContext context) throws XWikiException
    {
        BaseObject configuration = document.getXObject(CLASS);
        if (configuration == null) {
            document.setHidden(true);
            configuration = document.newXObject(CLASS, context);
        }
        if (names(configuration, EXCLUSIONS).contains(COMMUNITIES)
            || names(configuration, INCLUSIONS).contains(COMMUNITIES)) {
            return false;
        }
        List<String> exclusions = names(configuration, EXCLUSIONS);
        exclusions.add(COMMUNITIES);
        return write(document, configuration, exclusions);
    }

    private boolean write(XWikiDocument document, BaseObject configuration, List<String> exclusions)
    {
        configuration.setDBStringListValue(EXCLUSIONS, exclusions);
        this.saver.sign(document, this.people.get().service());
        document.setMetaDataDirty(true);
        return true;
    }

    private static List<String> names(BaseObject configuration, String property)
    {
        List<String> names = new ArrayList<>();
        configuration.getListValue(property).forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /**
     * Removes the exclusion if the suite added it: the suite's pages are uninstalled from the wiki, but the questions
     * remain.
     *
     * @param wikiId the id of the wiki
     */
    public void restore(WikiId wikiId)
    {
        if (OURS.equals(this.settings.get().get(SETTING, wikiId))) {
            this.wiki.in(wikiId, "Changing the navigation panel", context -> this.saver.save(configuration(wikiId), "",
                true, context, (document, c) -> remove(document)));
        }
        this.settings.get().set(SETTING, SettingTarget.wiki(wikiId), "");
    }

    private boolean remove(XWikiDocument document)
    {
        BaseObject configuration = document.getXObject(CLASS);
        List<String> exclusions = configuration == null ? new ArrayList<>() : names(configuration, EXCLUSIONS);
        return exclusions.remove(COMMUNITIES) && write(document, configuration, exclusions);
    }
}
