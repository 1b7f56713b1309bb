/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rule.Everyone;
import org.copsuite.embedded.store.Rule.Group;
import org.copsuite.embedded.store.Rule.SignedIn;
import org.copsuite.embedded.store.Rule.Subject;
import org.copsuite.embedded.store.Rule.User;
import org.copsuite.embedded.store.RuleCache;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Checks permissions by the rules of spaces. Every check reads memory only and executes no statement. */
@Component
@Singleton
public class EmbeddedAccess implements Access, Initializable
{
    private static final int KNOWN_USERS = 1000;

    @Inject
    private RuleCache rules;

    @Inject
    private GroupDirectory groups;

    @Inject
    private Accounts accounts;

    private final Cache<UserId, Set<SpaceId>> visible = Caffeine.newBuilder().maximumSize(KNOWN_USERS).build();

    @Override
    public void initialize()
    {
        this.rules.listen(space -> this.visible.invalidateAll());
        this.groups.listen(this.visible::invalidateAll);
    }

    @Override
    public SpaceId decidingSpace(PageId page)
    {
        return this.rules.deciding(page.space());
    }

    @Override
    public boolean hasOwnRights(PageId page)
    {
        // Only spaces have rules. The right of users to edit their own profile does not affect who may view it.
        return false;
    }

    @Override
    public Set<SpaceId> visibleSpaces(WikiId wiki, UserId user)
    {
        // An account can be deactivated at any time, so its state is not cached.
        UserId key = isAccount(user) || isService(user) ? user : UserId.GUEST;
        return this.visible.get(key, this::visibleSpaces);
    }

    private Set<SpaceId> visibleSpaces(UserId user)
    {
        return this.rules.all().keySet().stream().filter(space -> has(user, Right.VIEW, space))
            .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean has(UserId user, Right right, PageId page)
    {
        return has(user, right, page.space())
            || right == Right.EDIT && isAccount(user) && Account.SPACE.equals(page.space())
                && user.value().equals(page.toString());
    }

    @Override
    public boolean has(UserId user, Right right, SpaceId space)
    {
        boolean account = isAccount(user);
        if (isService(user) || account && isAdministrator(user)) {
            return true;
        }
        List<Rule> deciding = this.rules.all().getOrDefault(this.rules.deciding(space), List.of());
        for (Rule rule : deciding) {
            if (rule.rights().contains(right) && applies(rule.subject(), user, account)) {
                return true;
            }
        }
        return false;
    }

    private boolean applies(Subject subject, UserId user, boolean account)
    {
        if (subject instanceof Everyone) {
            return true;
        }
        if (!account) {
            return false;
        }
        if (subject instanceof Group group) {
            return this.groups.groupsOf(user).contains(group.id());
        }
        return subject instanceof SignedIn || subject instanceof User one && one.id().equals(user);
    }

    private boolean isAccount(UserId user)
    {
        return this.accounts.find(user).map(Account::active).orElse(false);
    }

    private static boolean isService(UserId user)
    {
        return EmbeddedPeople.SERVICE.equals(user);
    }

    private boolean isAdministrator(UserId user)
    {
        return this.groups.groupsOf(user).contains(GroupDirectory.ADMINISTRATORS);
    }

    @Override
    public void protect(SpaceId space, Protection protection)
    {
        List<Rule> own = new ArrayList<>();
        allow(own, new Everyone(), protection.everyone() == null ? null : Right.VIEW);
        allow(own, new SignedIn(), protection.signedIn());
        allow(own, protection.members(), Right.COMMENT);
        allow(own, protection.facilitators(), Right.MODERATE);
        allow(own, protection.moderators(), Right.MODERATE);
        allow(own, protection.curators(), Right.EDIT);
        this.rules.set(space, own);
    }

    private static void allow(List<Rule> own, GroupId group, Right upTo)
    {
        if (group != null) {
            allow(own, new Group(group), upTo);
        }
    }

    private static void allow(List<Rule> own, Subject subject, Right upTo)
    {
        if (upTo != null) {
            own.add(new Rule(subject, EnumSet.range(Right.VIEW, upTo)));
        }
    }

    @Override
    public void onChange(Consumer<SpaceId> listener)
    {
        this.rules.listen(listener);
    }
}
