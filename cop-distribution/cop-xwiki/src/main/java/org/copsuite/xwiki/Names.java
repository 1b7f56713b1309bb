/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;
import java.util.Optional;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/** Converts between XWiki's references and the suite's ids. The id of an account is the name of its profile page. */
public final class Names
{
    /** The space in which XWiki keeps its accounts and groups. */
    public static final String SYSTEM = "XWiki";

    private Names()
    {
    }

    /**
     * @param page a page
     * @return XWiki's reference to the page, without a locale
     */
    public static DocumentReference reference(PageId page)
    {
        return new DocumentReference(page.wiki().value(), page.space().path(), page.name());
    }

    /**
     * @param reference XWiki's reference to a page, in any locale
     * @return the id of the page
     */
    public static PageId page(DocumentReference reference)
    {
        List<String> path = reference.getSpaceReferences().stream().map(EntityReference::getName).toList();
        return new PageId(new SpaceId(new WikiId(reference.getWikiReference().getName()), path), reference.getName());
    }

    /**
     * @param space a space, or a wiki
     * @return XWiki's reference to the space or wiki
     */
    public static EntityReference reference(SpaceId space)
    {
        return space.isWiki() ? new WikiReference(space.wiki().value()) : new SpaceReference(space.wiki().value(),
            space.path());
    }

    /**
     * @param wiki the wiki to use if the name has none
     * @param name the full name of a page, as XWiki's objects store it
     * @return the id of the page; empty if the name is not a valid page name
     */
    public static Optional<PageId> parse(String wiki, String name)
    {
        try {
            return Optional.of(PageId.parse(name.indexOf(':') < 0 ? wiki + ':' + name : name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @param reference the profile page of an account; {@code null} for the guest
     * @return the id of the user
     */
    public static UserId user(DocumentReference reference)
    {
        return reference == null ? UserId.GUEST : new UserId(page(reference).toString());
    }

    /**
     * @param user a user
     * @return the profile page; empty for the guest, for imported people and for ids that do not name an account
     */
    public static Optional<PageId> profile(UserId user)
    {
        return user.isGuest() || user.isImported() || user.value().indexOf(':') < 0 ? Optional.empty()
            : parse("", user.value());
    }

    /**
     * @param user a user
     * @return the reference to the profile page; {@code null}, which is XWiki's guest, for users without an account
     */
    public static DocumentReference account(UserId user)
    {
        return profile(user).map(Names::reference).orElse(null);
    }
}
