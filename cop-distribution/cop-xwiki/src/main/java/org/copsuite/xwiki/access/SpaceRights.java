/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageSaver;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Writes the rights of a space as XWiki's rights objects. Allowing a right to somebody denies it to everybody else, so
 * each right is allowed at least to the administrators, who have it in any case. A space that everybody may view gets
 * no rule for viewing: it inherits from the wiki, and a wiki that is closed to guests stays closed to them.
 */
@Component(roles = SpaceRights.class)
@Singleton
public class SpaceRights
{
    private static final LocalDocumentReference RIGHTS = new LocalDocumentReference(Names.SYSTEM, "XWikiGlobalRights");

    private static final String EVERY_ACCOUNT = "XWiki.XWikiAllGroup";

    private static final String ADMINISTRATORS = "XWiki.XWikiAdminGroup";

    @Inject
    private WikiContext wiki;

    @Inject
    private PageSaver saver;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    void write(SpaceId space, Protection protection)
    {
        PageId preferences = space.page(RightsCache.PREFERENCES);
        this.wiki.in(space.wiki(), "Protecting a space", context -> this.saver.save(preferences, "", false, context,
            (document, c) -> {
                document.removeXObjects(RIGHTS);
                write(document, protection, accounts(space.wiki()), c);
                document.setHidden(true);
                this.saver.sign(document, this.people.get().service());
                document.setMetaDataDirty(true);
                return true;
            }));
    }

    /**
     * Returns the groups that contain every account known to a wiki: its own group and, in a farm, that of the main
     * wiki.
     */
    private List<String> accounts(WikiId wikiId)
    {
        String main = this.wikis.get().getMainWikiId();
        return wikiId.value().equals(main) ? List.of(EVERY_ACCOUNT) : List.of(EVERY_ACCOUNT, main + ':'
            + EVERY_ACCOUNT);
    }

    private static void write(XWikiDocument document, Protection protection, List<String> accounts,
        XWikiContext context) throws XWikiException
    {
        List<String> moderate = groups(protection.facilitators(), protection.moderators());
        List<String> edit = groups(protection.facilitators(), protection.moderators(), protection.curators());
        if (protection.everyone() == null) {
            List<String> view = groups(protection.members(), protection.facilitators(), protection.moderators(),
                protection.curators());
            if (protection.signedIn() != null) {
                view.addAll(accounts);
            }
            allow(document, context, "view", view);
        }
        List<String> comment = groups(protection.members(), protection.facilitators(), protection.moderators(),
            protection.curators());
        if (protection.signedIn() == Right.COMMENT) {
            comment.addAll(accounts);
        }
        allow(document, context, "comment", comment);
        allow(document, context, "edit", edit);
        allow(document, context, ModerateRight.NAME, moderate);
    }

    private static List<String> groups(GroupId... allowed)
    {
        List<String> groups = new ArrayList<>();
        groups.add(ADMINISTRATORS);
        Arrays.stream(allowed).filter(Objects::nonNull).map(GroupId::value).forEach(groups::add);
        return groups;
    }

    private static void allow(XWikiDocument document, XWikiContext context, String level, List<String> groups)
        throws XWikiException
    {
        BaseObject rule = document.newXObject(RIGHTS, context);
        rule.setStringValue("levels", level);
        rule.setLargeStringValue("groups", String.join(",", groups));
        rule.setIntValue("allow", 1);
    }
}
