/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.security.authorization.AuthorizationManager;

import com.xpn.xwiki.XWikiContext;

/** Checks permissions with XWiki's authorization. Caches the visible spaces of a user in the context of the request. */
@Component
@Singleton
public class XWikiAccess implements Access
{
    private static final String CONTEXT_KEY = XWikiAccess.class.getName();

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private RightsCache cache;

    @Inject
    private SpaceRights rights;

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<People> people;

    /**
     * The key of cached visible spaces.
     *
     * @param wiki the wiki
     * @param user the user who views
     * @param generation the generation of the rights
     */
    private record Key(WikiId wiki, UserId user, long generation)
    {
    }

    @Override
    public SpaceId decidingSpace(PageId page)
    {
        return this.cache.deciding(page.space());
    }

    @Override
    public boolean hasOwnRights(PageId page)
    {
        return this.cache.hasOwnRights(page);
    }

    @Override
    public Set<SpaceId> visibleSpaces(WikiId wiki, UserId user)
    {
        Optional<XWikiContext> request = this.wiki.current().filter(context -> context.getRequest() != null);
        if (request.isEmpty()) {
            return visible(wiki, user);
        }
        Map<Key, Set<SpaceId>> cached = cached(request.get());
        return cached.computeIfAbsent(new Key(wiki, user, this.cache.generation()), key -> visible(wiki, user));
    }

    @SuppressWarnings("unchecked")
    private static Map<Key, Set<SpaceId>> cached(XWikiContext context)
    {
        Object cached = context.get(CONTEXT_KEY);
        if (cached == null) {
            cached = new HashMap<Key, Set<SpaceId>>();
            context.put(CONTEXT_KEY, cached);
        }
        return (Map<Key, Set<SpaceId>>) cached;
    }

    private Set<SpaceId> visible(WikiId wiki, UserId user)
    {
        return this.cache.deciding(wiki).stream().filter(space -> has(user, Right.VIEW, space))
            .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean has(UserId user, Right right, PageId page)
    {
        return has(user, right, page.wiki(), Names.reference(page));
    }

    @Override
    public boolean has(UserId user, Right right, SpaceId space)
    {
        return has(user, right, space.wiki(), Names.reference(space));
    }

    private boolean has(UserId user, Right right, WikiId wikiId, EntityReference where)
    {
        // XWiki reads rights from its context, which background threads of the suite do not have.
        return this.people.get().service().equals(user) || this.wiki.in(wikiId, "Checking a permission",
            context -> this.authorization.hasAccess(right(right), account(user), where));
    }

    /** Returns the account whose rights apply. An inactive account has the rights of a guest. */
    private DocumentReference account(UserId user)
    {
        return this.people.get().find(user).filter(Person::active).map(person -> Names.account(user)).orElse(null);
    }

    private static org.xwiki.security.authorization.Right right(Right right)
    {
        return switch (right) {
            case VIEW -> org.xwiki.security.authorization.Right.VIEW;
            case COMMENT -> org.xwiki.security.authorization.Right.COMMENT;
            case EDIT -> org.xwiki.security.authorization.Right.EDIT;
            case ADMINISTER -> org.xwiki.security.authorization.Right.ADMIN;
            case MODERATE -> moderate();
        };
    }

    /**
     * Falls back to the right of administrators while the extension starts or stops and the suite's own right is not
     * registered.
     */
    private static org.xwiki.security.authorization.Right moderate()
    {
        org.xwiki.security.authorization.Right own =
            org.xwiki.security.authorization.Right.toRight(ModerateRight.NAME);
        return own == null || own.equals(org.xwiki.security.authorization.Right.ILLEGAL)
            ? org.xwiki.security.authorization.Right.ADMIN : own;
    }

    @Override
    public void protect(SpaceId space, Protection protection)
    {
        this.rights.write(space, protection);
        this.cache.changed(space);
    }

    @Override
    public void onChange(Consumer<SpaceId> listener)
    {
        this.cache.listen(listener);
    }
}
