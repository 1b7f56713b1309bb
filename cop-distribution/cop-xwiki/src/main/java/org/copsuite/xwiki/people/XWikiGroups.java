/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.page.PageSaver;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Implements groups on XWiki's group pages, which have one object per member. The service account is creator and author
 * of these pages.
 */
@Component
@Singleton
public class XWikiGroups implements Groups
{
    /** The class of the objects that name members. */
    static final LocalDocumentReference GROUPS = new LocalDocumentReference(Names.SYSTEM, "XWikiGroups");

    private static final String MEMBER = "member";

    @Inject
    private WikiContext wiki;

    @Inject
    private PageSaver saver;

    @Inject
    private Provider<People> people;

    @Override
    public GroupId named(WikiId wiki, String name)
    {
        return new GroupId(page(wiki, name).toString());
    }

    private static PageId page(WikiId wiki, String name)
    {
        return SpaceId.of(wiki, Names.SYSTEM).page(name);
    }

    @Override
    public GroupId create(WikiId wiki, String name)
    {
        PageId page = page(wiki, name);
        change(page, document -> {
            if (!objects(document).isEmpty()) {
                return Optional.empty();
            }
            document.setHidden(true);
            // XWiki treats a page as a group if it has at least one of these objects; this one names no member.
            return Optional.of("");
        });
        return named(wiki, name);
    }

    @Override
    public Set<UserId> members(GroupId group)
    {
        Optional<PageId> page = Names.parse("", group.value());
        if (page.isEmpty()) {
            return Set.of();
        }
        return this.wiki.in(page.get().wiki(), "Reading a group", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(page.get()), context);
            Set<UserId> members = new LinkedHashSet<>();
            objects(document).forEach(object -> member(page.get(), object).ifPresent(members::add));
            return members;
        });
    }

    private static Optional<UserId> member(PageId group, BaseObject object)
    {
        return Names.parse(group.wiki().value(), object.getStringValue(MEMBER)).map(profile ->
            new UserId(profile.toString()));
    }

    @Override
    public void add(GroupId group, UserId user)
    {
        PageId page = PageId.parse(group.value());
        change(page, document -> {
            boolean there = objects(document).stream()
                .anyMatch(object -> member(page, object).equals(Optional.of(user)));
            return there || Names.profile(user).isEmpty() ? Optional.empty() : Optional.of(name(page, user));
        });
    }

    /** Returns the name of a member as XWiki writes it: without the wiki if it is that of the group. */
    private static String name(PageId group, UserId user)
    {
        String own = group.wiki().value() + ':';
        return user.value().startsWith(own) ? user.value().substring(own.length()) : user.value();
    }

    @Override
    public void remove(GroupId group, UserId user)
    {
        PageId page = PageId.parse(group.value());
        this.wiki.in(page.wiki(), "Changing a group", context -> this.saver.save(page, "", true, context,
            (document, c) -> {
                List<BaseObject> removed = objects(document).stream()
                    .filter(object -> member(page, object).equals(Optional.of(user))).toList();
                removed.forEach(document::removeXObject);
                return !removed.isEmpty() && sign(document);
            }));
    }

    @Override
    public void hide(GroupId group, Set<GroupId> viewers)
    {
        PageId page = PageId.parse(group.value());
        UserId service = this.people.get().service();
        this.wiki.in(page.wiki(), "Hiding a group", context -> {
            XWikiDocument cached = context.getWiki().getDocument(Names.reference(page), context);
            if (!cached.isNew() && !GroupRights.match(cached, viewers, service)) {
                this.saver.save(page, "", true, context, (document, c) -> !document.isNew()
                    && GroupRights.update(document, viewers, service, c) && sign(document));
            }
            return null;
        });
    }

    /** Returns the member to add an object for; empty to leave the page unchanged. */
    @FunctionalInterface
    private interface Addition
    {
        Optional<String> of(XWikiDocument document);
    }

    private void change(PageId page, Addition addition)
    {
        this.wiki.in(page.wiki(), "Changing a group", context -> this.saver.save(page, "", true, context,
            (document, c) -> {
                Optional<String> added = addition.of(document);
                if (added.isPresent()) {
                    document.newXObject(GROUPS, c).setStringValue(MEMBER, added.get());
                    sign(document);
                }
                return added.isPresent();
            }));
    }

    private boolean sign(XWikiDocument document)
    {
        this.saver.sign(document, this.people.get().service());
        document.setMetaDataDirty(true);
        return true;
    }

    private static List<BaseObject> objects(XWikiDocument document)
    {
        List<BaseObject> objects = document.getXObjects(GROUPS);
        return objects == null ? List.of() : objects.stream().filter(object -> object != null).toList();
    }
}
