/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Reads and writes the rights objects on the page of a group. XWiki resolves groups without checking who may view their
 * pages, so the rights that a group has elsewhere are unaffected. The suite's rules are those that name the service
 * account; other rules belong to administrators.
 */
final class GroupRights
{
    private static final LocalDocumentReference RIGHTS = new LocalDocumentReference(Names.SYSTEM, "XWikiRights");

    private static final String ADMINISTRATORS = "XWiki.XWikiAdminGroup";

    private static final String VIEW = "view";

    /**
     * The rights that only administrators get: in a wiki where every account may edit all pages, people could otherwise
     * add themselves to a group.
     */
    private static final String CHANGE = "edit,comment,delete";

    private static final String LEVELS = "levels";

    private static final String GROUPS = "groups";

    private static final String USERS = "users";

    private static final String ALLOW = "allow";

    private GroupRights()
    {
    }

    /** @return whether the suite's rules on the page of a group are those for these viewers */
    static boolean match(XWikiDocument document, Set<GroupId> viewers, UserId service)
    {
        List<BaseObject> own = own(document, service);
        return own.size() == 2 && own.stream().anyMatch(rule -> is(rule, VIEW, viewers(viewers)))
            && own.stream().anyMatch(rule -> is(rule, CHANGE, Set.of(ADMINISTRATORS)));
    }

    private static boolean is(BaseObject rule, String levels, Set<String> groups)
    {
        return levels.equals(rule.getStringValue(LEVELS)) && groups.equals(names(rule, GROUPS))
            && rule.getIntValue(ALLOW, 0) == 1;
    }

    /**
     * Writes the suite's rules to the page of a group and removes the suite's earlier ones. Returns whether the page
     * changed.
     */
    static boolean update(XWikiDocument document, Set<GroupId> viewers, UserId service, XWikiContext context)
        throws XWikiException
    {
        if (match(document, viewers, service)) {
            return false;
        }
        own(document, service).forEach(document::removeXObject);
        allow(document, VIEW, viewers(viewers), service, context);
        allow(document, CHANGE, Set.of(ADMINISTRATORS), service, context);
        return true;
    }

    private static Set<String> viewers(Set<GroupId> viewers)
    {
        Set<String> groups = new TreeSet<>();
        groups.add(ADMINISTRATORS);
        viewers.forEach(group -> groups.add(group.value()));
        return groups;
    }

    private static void allow(XWikiDocument document, String levels, Collection<String> groups, UserId service,
        XWikiContext context) throws XWikiException
    {
        BaseObject rule = document.newXObject(RIGHTS, context);
        rule.setStringValue(LEVELS, levels);
        rule.setLargeStringValue(GROUPS, String.join(",", groups));
        rule.setLargeStringValue(USERS, service.value());
        rule.setIntValue(ALLOW, 1);
    }

    private static List<BaseObject> own(XWikiDocument document, UserId service)
    {
        List<BaseObject> rules = document.getXObjects(RIGHTS);
        return rules == null ? List.of() : rules.stream().filter(Objects::nonNull)
            .filter(rule -> names(rule, USERS).contains(service.value())).toList();
    }

    private static Set<String> names(BaseObject rule, String property)
    {
        String names = rule.getStringValue(property);
        return names.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(names.split(",")));
    }
}
