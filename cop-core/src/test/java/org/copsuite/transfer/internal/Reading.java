/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of HTML: each visible character with the markup in which it stands, and what separates it from the
 * one before (nothing, a space, a line or block). Two pieces of HTML with the same reading differ in nothing that a
 * reader could tell.
 */
final class Reading
{
    private static final Map<String, String> FORMATS = Map.ofEntries(Map.entry("b", "bold"),
        Map.entry("strong", "bold"), Map.entry("i", "italic"), Map.entry("em", "italic"), Map.entry("s", "strike"),
        Map.entry("del", "strike"), Map.entry("strike", "strike"), Map.entry("u", "under"), Map.entry("ins", "under"),
        Map.entry("sup", "sup"), Map.entry("sub", "sub"), Map.entry("code", "code"), Map.entry("kbd", "code kbd"));

    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
        "blockquote", "pre", "table", "hr", "li", "dt", "dd", "tr", "td", "th", "br", "thead", "tbody");

    private final List<String> tokens = new ArrayList<>();

    private final String base;

    private int gap = 2;

    private Reading(String base)
    {
        this.base = base;
    }

    static List<String> of(String html, String base)
    {
        Reading reading = new Reading(base);
        reading.nodes(Jsoup.parseBodyFragment(html).body().childNodes(), new TreeSet<>(), "");
        return reading.tokens;
    }

    private void nodes(List<Node> nodes, TreeSet<String> marks, String where)
    {
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                characters(text.getWholeText(), marks, where, where.contains("/pre"));
            } else if (node instanceof Element element) {
                element(element, marks, where);
            }
        }
    }

    private void element(Element element, TreeSet<String> outer, String outside)
    {
        String name = element.normalName();
        if (Set.of("script", "style", "iframe").contains(name)) {
            return;
        }
        TreeSet<String> marks = new TreeSet<>(outer);
        String where = outside;
        boolean block = BLOCKS.contains(name);
        if (block) {
            this.gap = 2;
        }
        if (FORMATS.containsKey(name)) {
            marks.addAll(List.of(FORMATS.get(name).split(" ")));
        }
        if (element.hasClass("monospace")) {
            marks.add("code");
        }
        if (element.hasClass("kbd")) {
            marks.add("kbd");
        }
        String link = "a".equals(name) ? address(element.attr("href")) : null;
        if (link != null) {
            marks.add("link " + link);
        }
        if ("img".equals(name)) {
            image(element, marks, where);
        }
        if (name.matches("h[1-6]|blockquote|pre|th|td|dt|dd") || element.is("div.quote, div.spoiler")) {
            where += "/" + ("div".equals(name) ? "blockquote" : name);
        }
        if ("hr".equals(name)) {
            this.tokens.add("hr" + where);
        }
        if ("li".equals(name)) {
            where += "/" + (element.parent() == null ? "" : element.parent().normalName());
        }
        if (Set.of("li", "td", "th", "dt", "dd").contains(name) && (!element.text().isBlank() || name.startsWith("t")))
        {
            this.tokens.add(name + where);
        }
        if ("pre".equals(name)) {
            characters(element.wholeText().stripTrailing().replaceFirst("^\n", ""), marks, where, true);
        } else {
            nodes(element.childNodes(), marks, where);
        }
        if (block) {
            this.gap = 2;
        }
    }

    /** A picture at an https address is shown, another one is a link named by what describes it. */
    private void image(Element image, TreeSet<String> outer, String where)
    {
        String address = address(image.attr("src"));
        boolean described = !image.attr("alt").isBlank() && !"enter image description here".equals(image.attr("alt"));
        boolean linked = outer.stream().anyMatch(mark -> mark.startsWith("link "));
        if (address != null && address.startsWith("http:") && address.contains("imgur.com/")) {
            address = address.replaceFirst("http", "https");
        }
        if (address != null && address.startsWith("https:")) {
            this.tokens.add(this.gap + "picture " + address + where + outer);
            this.gap = 0;
            return;
        }
        TreeSet<String> marks = new TreeSet<>(outer);
        if (address != null && !linked) {
            marks.add("link " + address);
        }
        String file = image.attr("src").substring(image.attr("src").lastIndexOf('/') + 1);
        characters(described ? image.attr("alt") : address == null || linked ? "" : file, marks, where, false);
    }

    private void characters(String text, TreeSet<String> marks, String where, boolean exact)
    {
        text.codePoints().forEach(c -> {
            if (exact && c == '\n') {
                this.tokens.add("newline");
            } else if (Character.isWhitespace(c) || c == 0xa0) {
                if (exact) {
                    this.tokens.add("space");
                }
                this.gap = Math.max(this.gap, 1);
            } else {
                this.tokens.add(this.gap + Character.toString(c) + where + (exact ? "" : marks));
                this.gap = 0;
            }
        });
    }

    private String address(String address)
    {
        if (address.isBlank()) {
            return null;
        }
        String plain = address.strip().replaceAll("\\s", "%20");
        boolean absolute = plain.matches("(?i)[a-z][a-z0-9+.-]*:.*");
        String whole = absolute ? plain : URI.create(this.base).resolve(plain.replace("|", "%7C")).toString();
        return whole.matches("(?i)(https?|ftp)://.+|mailto:.+@.+") ? decode(whole) : null;
    }

    private static String decode(String address)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] all = address.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i++) {
            String pair = i + 2 < all.length ? new String(all, i + 1, 2, StandardCharsets.ISO_8859_1) : "";
            if (all[i] == '%' && pair.matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(pair, 16));
                i += 2;
            } else {
                bytes.write(all[i]);
            }
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon);
    }
}
