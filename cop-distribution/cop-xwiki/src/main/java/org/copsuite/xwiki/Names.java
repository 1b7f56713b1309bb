/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;
import java.util.Optional;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/** XWiki's references and ours: an account is named by its profile page. */
public final class Names
{
    /** The space in which XWiki keeps its accounts and groups. */
    public static final String SYSTEM = "XWiki";

    private Names()
    {
    }

    /**
     * @param page a page
     * @return the same for XWiki, without a language
     */
    public static DocumentReference reference(PageId page)
    {
        return new DocumentReference(page.wiki(), page.space().path(), page.name());
    }

    /**
     * @param reference a page of XWiki's, in any language
     * @return the same for us
     */
    public static PageId page(DocumentReference reference)
    {
        List<String> path = reference.getSpaceReferences().stream().map(EntityReference::getName).toList();
        return new PageId(new SpaceId(reference.getWikiReference().getName(), path), reference.getName());
    }

    /**
     * @param space a space, or a wiki
     * @return the same for XWiki
     */
    public static EntityReference reference(SpaceId space)
    {
        return space.isWiki() ? new WikiReference(space.wiki()) : new SpaceReference(space.wiki(), space.path());
    }

    /**
     * @param wiki the wiki that a name without one is in
     * @param name the full name of a page, as XWiki's objects hold it
     * @return the page, if it is a name of one
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
     * @param reference an account, {@code null} for the guest
     * @return who that is
     */
    public static UserId user(DocumentReference reference)
    {
        return reference == null ? UserId.GUEST : new UserId(page(reference).toString());
    }

    /**
     * @param user who
     * @return the profile page; nothing for the guest, for imported people and for what is no account's id
     */
    public static Optional<PageId> profile(UserId user)
    {
        return user.isGuest() || user.isImported() || user.value().indexOf(':') < 0 ? Optional.empty()
            : parse("", user.value());
    }

    /**
     * @param user who
     * @return the account for XWiki; {@code null}, as XWiki calls the guest, for who has none
     */
    public static DocumentReference account(UserId user)
    {
        return profile(user).map(Names::reference).orElse(null);
    }
}
