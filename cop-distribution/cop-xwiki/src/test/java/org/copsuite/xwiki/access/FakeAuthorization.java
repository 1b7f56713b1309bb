/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.copsuite.wiki.PageId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.RightDescription;
import org.xwiki.security.authorization.RuleState;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Decides as XWiki 17.10 does by default, from the rights objects and groups in the documents: from the page outwards,
 * what one level allows to somebody it refuses to all others, the innermost level that says something holds, and what
 * administrators may cannot be taken from them further inside. It knows of no creators, owners of wikis, required
 * rights, closed wikis ("authenticate to view") and no cache.
 */
final class FakeAuthorization implements AuthorizationManager
{
    private static final LocalDocumentReference GLOBAL = new LocalDocumentReference(Names.SYSTEM, "XWikiGlobalRights");

    private static final LocalDocumentReference LOCAL = new LocalDocumentReference(Names.SYSTEM, "XWikiRights");

    private static final LocalDocumentReference GROUPS = new LocalDocumentReference(Names.SYSTEM, "XWikiGroups");

    private final FakePlatform platform;

    FakeAuthorization(FakePlatform platform)
    {
        this.platform = platform;
    }

    /**
     * One rights object.
     *
     * @param rights what it is about
     * @param users whom it names; {@code null} among them is the guest
     * @param groups whose members it names
     * @param state whether it allows or refuses
     */
    private record Rule(Set<Right> rights, Set<DocumentReference> users, Set<DocumentReference> groups, RuleState state)
    {
    }

    @Override
    public boolean hasAccess(Right right, DocumentReference user, EntityReference entity)
    {
        if (right == null || right == Right.ILLEGAL) {
            return false;
        }
        EntityReference outermost = entity;
        while (outermost.getParent() != null) {
            outermost = outermost.getParent();
        }
        String wiki = outermost.getName();
        Decision decision = new Decision(user, user == null ? Set.of() : groups(user, wiki));
        for (EntityReference level = entity; level != null; level = level.getParent()) {
            decision.settle(level.getType(), rules(level, wiki));
        }
        boolean stranger = user != null && !user.getWikiReference().getName().equals("xwiki")
            && !user.getWikiReference().getName().equals(wiki);
        RuleState otherwise = stranger ? RuleState.DENY : right.getDefaultState();
        return decision.states.getOrDefault(right, otherwise) == RuleState.ALLOW;
    }

    @Override
    public Right register(RightDescription description)
    {
        return Right.register(description);
    }

    @Override
    public void unregister(Right right)
    {
        Right.unregister(right);
    }

    /** The groups of an account, those around its groups too: of its own wiki and of the one at hand. */
    private Set<DocumentReference> groups(DocumentReference user, String wiki)
    {
        Set<DocumentReference> found = new LinkedHashSet<>();
        List<DocumentReference> open = new ArrayList<>(List.of(user));
        while (!open.isEmpty()) {
            DocumentReference member = open.remove(0);
            for (XWikiDocument document : this.platform.wiki().stored().values()) {
                DocumentReference group = document.getDocumentReference();
                String of = group.getWikiReference().getName();
                if ((of.equals(wiki) || of.equals(user.getWikiReference().getName())) && document.getXObjects(GROUPS)
                    .stream().filter(Objects::nonNull).flatMap(object -> named(object, "member", of).stream())
                    .anyMatch(member::equals) && found.add(group)) {
                    open.add(group);
                }
            }
        }
        return found;
    }

    private List<Rule> rules(EntityReference level, String wiki)
    {
        DocumentReference holder = switch (level.getType()) {
            case WIKI -> new DocumentReference(wiki, List.of(Names.SYSTEM), "XWikiPreferences");
            case SPACE -> new DocumentReference(wiki, path(level), "WebPreferences");
            default -> (DocumentReference) level;
        };
        return this.platform.wiki().getDocument(holder, this.platform.context())
            .getXObjects(level.getType() == EntityType.DOCUMENT ? LOCAL : GLOBAL).stream().filter(Objects::nonNull)
            .map(object -> rule(object, wiki)).toList();
    }

    private static List<String> path(EntityReference space)
    {
        List<String> path = new ArrayList<>();
        for (EntityReference each = space; each.getType() == EntityType.SPACE; each = each.getParent()) {
            path.add(0, each.getName());
        }
        return path;
    }

    private static Rule rule(BaseObject object, String wiki)
    {
        Set<Right> rights = new HashSet<>();
        for (String level : object.getStringValue("levels").split("[,|]")) {
            rights.add(Right.toRight(level.strip()));
        }
        Set<DocumentReference> groups = named(object, "groups", wiki);
        Set<DocumentReference> users = named(object, "users", wiki);
        return new Rule(rights, users, groups, object.getIntValue("allow", 0) == 1 ? RuleState.ALLOW : RuleState.DENY);
    }

    private static Set<DocumentReference> named(BaseObject object, String property, String wiki)
    {
        Set<DocumentReference> named = new HashSet<>();
        for (String name : object.getStringValue(property).split("[,|]")) {
            if (!name.isBlank()) {
                PageId page = Names.parse(wiki, name.strip()).orElseThrow();
                named.add(page.name().equals("XWikiGuest") ? null : Names.reference(page));
            }
        }
        return named;
    }

    /** What is decided for somebody, level after level from inside. */
    private static final class Decision
    {
        private final Map<Right, RuleState> states = new HashMap<>();

        private final DocumentReference user;

        private final Set<DocumentReference> groups;

        /** Rights whose allowance a level further inside does not take away. */
        private final Set<Right> lasting = new HashSet<>();

        /** Rights that are allowed where one rule allows and another refuses. */
        private final Set<Right> generous = new HashSet<>();

        private Decision(DocumentReference user, Set<DocumentReference> groups)
        {
            this.user = user;
            this.groups = groups;
            Right.values().forEach(right -> adopt(right, right));
        }

        /** What implies a right lends it its policies. */
        private void adopt(Right right, Right from)
        {
            if (!from.getInheritanceOverridePolicy()) {
                this.lasting.add(right);
            }
            if (from.getTieResolutionPolicy() == RuleState.ALLOW) {
                this.generous.add(right);
            }
        }

        private void settle(EntityType type, List<Rule> rules)
        {
            List<Right> enabled = Right.values().stream().filter(right -> right.getTargetedEntityType().contains(type))
                .toList();
            Map<Right, RuleState> here = new HashMap<>();
            Set<Right> personal = new HashSet<>();
            for (Right right : enabled) {
                for (Rule rule : rules) {
                    if (rule.rights().contains(right)) {
                        apply(right, rule, here, personal);
                        imply(right, enabled, here, personal);
                    }
                }
            }
            rules.stream().filter(rule -> rule.state() == RuleState.ALLOW).flatMap(rule -> rule.rights().stream())
                .forEach(right -> here.putIfAbsent(right, RuleState.DENY));
            here.forEach((right, state) -> this.states.merge(right, state,
                (inner, outer) -> outer == RuleState.ALLOW && this.lasting.contains(right) ? outer : inner));
        }

        private void apply(Right right, Rule rule, Map<Right, RuleState> here, Set<Right> personal)
        {
            boolean named = rule.users().contains(this.user) || this.user != null && rule.groups().contains(this.user);
            if (named && personal.add(right)) {
                here.put(right, rule.state());
            } else if (named || !personal.contains(right) && this.groups.stream().anyMatch(rule.groups()::contains)) {
                weigh(right, rule.state(), here);
            }
        }

        private void imply(Right right, List<Right> enabled, Map<Right, RuleState> here, Set<Right> personal)
        {
            if (here.get(right) == RuleState.ALLOW) {
                enabled.stream().filter(right.getImpliedRights()::contains).forEach(implied -> {
                    adopt(implied, right);
                    if (personal.contains(implied) == personal.contains(right)) {
                        weigh(implied, RuleState.ALLOW, here);
                    } else if (personal.add(implied)) {
                        here.put(implied, RuleState.ALLOW);
                    }
                });
            }
        }

        private void weigh(Right right, RuleState state, Map<Right, RuleState> here)
        {
            here.merge(right, state, (one, other) -> one == other ? one
                : this.generous.contains(right) ? RuleState.ALLOW : RuleState.DENY);
        }
    }
}
