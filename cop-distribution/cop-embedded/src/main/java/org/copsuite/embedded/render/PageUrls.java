/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;

/**
 * Builds and parses the URLs of pages: {@code /bin/<action>/Space/Sub/} for the home page of a space,
 * {@code /bin/<action>/Space/Page} for another page. A page with a name that not every server and proxy passes on in a
 * path (with a slash, backslash, semicolon, percent or control character, of one or two dots, or with {@code ~} at the
 * start) becomes {@code /bin/<action>/~<reference>}, with the reference in URL-safe Base64.
 */
public final class PageUrls
{
    /** The prefix of the URLs of all actions. */
    public static final String ROOT = "/bin/";

    /** The prefix of a segment that contains a name in Base64. */
    private static final char CODED = '~';

    private PageUrls()
    {
    }

    /**
     * @param page the page
     * @param action the action
     * @param query the query parameters
     * @return the host-relative URL
     */
    public static String of(PageId page, String action, Map<String, String> query)
    {
        List<String> names = new ArrayList<>(page.space().path());
        names.add(page.isHome() ? "" : page.name());
        return build(page, names, action, query);
    }

    /**
     * @param page the page
     * @param file the name of a file on it
     * @return the host-relative URL of the file
     */
    public static String file(PageId page, String file)
    {
        List<String> names = new ArrayList<>(page.space().path());
        names.add(page.name());
        names.add(file);
        return build(page, names, "download", Map.of());
    }

    private static String build(PageId page, List<String> names, String action, Map<String, String> query)
    {
        StringBuilder url = new StringBuilder(ROOT).append(action).append('/');
        int own = page.space().path().size() + 1;
        if (hasUnsafe(names)) {
            url.append(CODED).append(code(page.toString()));
            names.stream().skip(own).forEach(file -> url.append('/').append(CODED).append(code(file)));
        } else {
            for (int i = 0; i < names.size(); i++) {
                url.append(i > 0 ? "/" : "").append(encode(names.get(i)));
            }
        }
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            url.append(separator).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    private static String code(String name)
    {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param segment a decoded segment of a path
     * @return the name in the segment
     */
    public static String name(String segment)
    {
        if (segment.isEmpty() || segment.charAt(0) != CODED) {
            return segment;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(segment.substring(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private static boolean isPlain(char c)
    {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** A loop instead of a stream, here and in the methods it calls: a list creates a hundred URLs. */
    private static boolean hasUnsafe(List<String> names)
    {
        for (String name : names) {
            if (isUnsafe(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsafe(String name)
    {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '/' || c == '\\' || c == ';' || c == '%' || c == '\u007f') {
                return true;
            }
        }
        return ".".equals(name) || "..".equals(name) || !name.isEmpty() && name.charAt(0) == CODED;
    }

    /**
     * @param text a segment of a path, or the name or value of a parameter
     * @return the text, percent-encoded
     */
    public static String encode(String text)
    {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            }
        }
        return text;
    }

    /**
     * Parses the decoded path after the action.
     *
     * @param path {@code Space/Sub/Page}; with a slash at the end it names a home page
     * @return the page, if the path is a valid page
     */
    public static Optional<PageId> page(String path)
    {
        return (!path.isEmpty() && path.charAt(0) == CODED ? coded(path) : plain(path)).filter(PageStore::isPlace);
    }

    private static Optional<PageId> plain(String path)
    {
        List<String> names = new ArrayList<>(List.of(path.split("/", -1)));
        String last = names.remove(names.size() - 1);
        if (names.isEmpty() && !last.isEmpty()) {
            names.add(last);
            last = "";
        }
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank) || !last.isEmpty() && last.isBlank()
            || path.chars().anyMatch(c -> c < ' ' || c == '\u007f')) {
            return Optional.empty();
        }
        SpaceId space = new SpaceId(WikiOptions.WIKI, names);
        return Optional.of(last.isEmpty() ? space.home() : space.page(last));
    }

    private static Optional<PageId> coded(String path)
    {
        try {
            return Optional.of(PageId.parse(name(path))).filter(page -> WikiOptions.WIKI.equals(page.wiki()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
