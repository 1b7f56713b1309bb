/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

/** The elements of a post by kind, each with its words, so that the source of a dump compares with the page. */
final class PostElements
{
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto");

    private static final Set<String> INLINE = Set.of("inline code", "keys", "bold", "italic", "superscript", "subscript",
        "struck");

    private final Map<String, List<String>> elements = new LinkedHashMap<>();

    private PostElements()
    {
    }

    /**
     * @param body the post in the dump, parsed with the site's address as base
     * @return its elements
     */
    static Map<String, List<String>> ofSource(Element body)
    {
        PostElements of = new PostElements();
        of.words("quotations", body, "blockquote:not(.spoiler)");
        of.words("spoilers", body, "blockquote.spoiler");
        of.words("items", body, "li");
        of.code(body, "pre");
        of.words("inline code", body, "code:not(pre code):not(kbd code)");
        of.words("keys", body, "kbd:not(pre kbd)");
        of.common(body, "b, strong", "i, em");
        of.addresses("links", body, "a[href]:not(pre a)", "href", "a:not([href^=#])");
        of.addresses("pictures", body, "img[src]", "src", "img");
        return of.elements;
    }

    /**
     * @param text the post on its page, parsed with the wiki's address as base
     * @return its elements
     */
    static Map<String, List<String>> ofPage(Element text)
    {
        Element copy = text.clone();
        // The words that open a spoiler are the wiki's.
        copy.select("details.spoiler > summary").remove();
        PostElements of = new PostElements();
        of.words("quotations", copy, "blockquote");
        of.words("spoilers", copy, "details.spoiler");
        of.words("items", copy, "li");
        of.code(copy, "pre");
        of.words("inline code", copy, ".monospace:not(kbd .monospace), tt, code:not(pre code)");
        of.words("keys", copy, "kbd");
        of.common(copy, "strong", "em");
        of.addresses("links", copy, "a[href]", "href", "a");
        of.addresses("pictures", copy, "img[src]", "src", "img");
        return of.elements;
    }

    private void common(Element root, String bold, String italic)
    {
        words("bold", root, bold);
        words("italic", root, italic);
        words("cells", root, "td, th");
        words("headings", root, "h1, h2, h3, h4, h5, h6");
        words("superscript", root, "sup");
        words("subscript", root, "sub");
        words("struck", root, "s, del, strike");
        this.elements.put("rules", root.select("hr").stream().map(rule -> "rule").collect(Collectors.toList()));
    }

    /** White space is not compared here, a blank element is none, and one within its like adds nothing. */
    private void words(String kind, Element root, String selector)
    {
        List<String> words = new ArrayList<>();
        boolean inline = INLINE.contains(kind);
        for (Element element : root.select(selector)) {
            String text = element.wholeText().replaceAll("[\\s\\u00a0]+", "");
            boolean within = inline && element.parents().stream().takeWhile(parent -> parent != root)
                .anyMatch(parent -> parent.is(selector));
            // Code keeps its characters, and no markup within.
            boolean code = inline && element.closest("pre") != null;
            if (!within && !code && (!text.isEmpty() || element.selectFirst("img") != null)) {
                words.add(text);
            }
        }
        if (inline) {
            // "**a** **b**" beside each other reads as one.
            this.elements.put(kind, words.isEmpty() ? List.of() : List.of(String.join("", words)));
        } else {
            this.elements.put(kind, words);
        }
    }

    /** Spaces and lines of code count. */
    private void code(Element root, String selector)
    {
        this.elements.put("code", root.select(selector).stream()
            .map(pre -> pre.wholeText().replace("\r\n", "\n").replaceFirst("^\n", "").stripTrailing())
            .filter(text -> !text.isBlank()).toList());
    }

    private void addresses(String kind, Element root, String selector, String attribute, String unless)
    {
        List<String> addresses = new ArrayList<>();
        for (Element element : root.select(selector)) {
            String address = element.absUrl(attribute);
            if (isUsed(address) && element.is(unless)) {
                addresses.add(address);
            }
        }
        this.elements.put(kind, addresses);
    }

    private static boolean isUsed(String address)
    {
        return SCHEMES.contains(address.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT));
    }
}
