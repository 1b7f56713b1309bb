/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;

/**
 * Parses references as members write them, relative to the page that contains them: {@code Page}, {@code Space.Page},
 * {@code .Sub.Page}, {@code wiki:Space.Page}. A backslash escapes a dot, colon or backslash within a name.
 */
public final class PageNames
{
    private static final int NAME_LENGTH = 200;

    private PageNames()
    {
    }

    /**
     * @param reference a reference to a page
     * @param base the page that it is relative to
     * @return the page, if the reference is valid
     */
    public static Optional<PageId> page(String reference, PageId base)
    {
        if (reference.isBlank()) {
            return Optional.of(base);
        }
        return names(reference, base).filter(names -> names.path().size() > 0).map(names -> {
            List<String> path = names.path();
            SpaceId space = path.size() == 1 ? base.space()
                : new SpaceId(names.wiki(), path.subList(0, path.size() - 1));
            return space.page(path.get(path.size() - 1));
        }).filter(PageStore::isPlace);
    }

    /**
     * @param reference a reference to a space
     * @param base the page that it is relative to
     * @return the space, if the reference is valid
     */
    public static Optional<SpaceId> space(String reference, PageId base)
    {
        return names(reference, base).filter(names -> names.path().size() > 0)
            .filter(space -> PageStore.isPlace(space.home()));
    }

    /**
     * @param reference a reference to a file: {@code file} or {@code Space.Page@file}
     * @param base the page that it is relative to
     * @return the page and the file name, if the reference is valid
     */
    public static Optional<FileId> file(String reference, PageId base)
    {
        int at = reference.lastIndexOf('@');
        String name = unescape(reference.substring(at + 1));
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            return Optional.empty();
        }
        Optional<PageId> page = at < 0 ? Optional.of(base) : page(reference.substring(0, at), base);
        return page.map(id -> new FileId(id, name));
    }

    private static Optional<SpaceId> names(String reference, PageId base)
    {
        List<String> path = new ArrayList<>();
        WikiId wiki = base.wiki();
        StringBuilder name = new StringBuilder();
        boolean relative = reference.startsWith(".");
        for (int i = relative ? 1 : 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c == '\\' && i + 1 < reference.length()) {
                i++;
                name.append(reference.charAt(i));
            } else if (c == ':' && path.isEmpty() && !relative && wiki.value().equals(name.toString())) {
                name.setLength(0);
            } else if (c == '.') {
                path.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        path.add(name.toString());
        if (path.stream().anyMatch(part -> part.isBlank() || part.length() > NAME_LENGTH || hasControl(part))) {
            return Optional.empty();
        }
        if (relative) {
            path.addAll(0, base.space().path());
        }
        return Optional.of(new SpaceId(wiki, path));
    }

    private static boolean hasControl(String name)
    {
        return name.chars().anyMatch(c -> c < ' ' || c == '\u007f');
    }

    private static String unescape(String text)
    {
        return text.replaceAll("\\\\(.)", "$1");
    }

    /**
     * A file on a page.
     *
     * @param page the page
     * @param name the name of the file
     */
    public record FileId(PageId page, String name)
    {
    }
}
