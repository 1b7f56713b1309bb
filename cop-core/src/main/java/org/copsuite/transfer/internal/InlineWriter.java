/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes what stands in a line: text, emphasis, code, keys, sub- and superscript, links. Images become links to them,
 * since a page must not fetch from elsewhere. Links lead to http, https, ftp and mailto only; of others the text stays.
 */
final class InlineWriter
{
    private static final Map<String, String> FORMATS = Map.ofEntries(Map.entry("b", "**"), Map.entry("strong", "**"),
        Map.entry("i", "//"), Map.entry("em", "//"), Map.entry("cite", "//"), Map.entry("dfn", "//"),
        Map.entry("var", "//"), Map.entry("s", "--"), Map.entry("del", "--"), Map.entry("strike", "--"),
        Map.entry("u", "__"), Map.entry("ins", "__"), Map.entry("sup", "^^"), Map.entry("sub", ",,"),
        Map.entry("code", "##"), Map.entry("tt", "##"), Map.entry("samp", "##"), Map.entry("kbd", "##"));

    /** No browser follows a longer one. */
    private static final int ADDRESS_MAXIMUM = 8_000;

    private static final String FORBIDDEN_IN_REFERENCE = "[]{}|<>\"\\^`~'* ()";

    private final String base;

    private final Predicate<Node> isBlock;

    private final Set<String> dropped;

    InlineWriter(String base, Predicate<Node> isBlock, Set<String> dropped)
    {
        this.base = base;
        this.isBlock = isBlock;
        this.dropped = dropped;
    }

    String write(List<? extends Node> nodes, InlineText.Place place)
    {
        InlineText text = new InlineText();
        new Line(text, false, false).nodes(nodes);
        return text.toWiki(place);
    }

    /** Preformatted text that holds markup: lines of fixed-width text, their spaces kept by no-break spaces. */
    String preformatted(Element pre)
    {
        Element copy = pre.clone();
        copy.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(text.getWholeText().replace(' ', '\u00a0').replace("\t", "\u00a0\u00a0\u00a0\u00a0"));
            }
        });
        InlineText text = new InlineText();
        new Line(text, false, true).element("##", copy.childNodes(), "");
        return text.toWiki(InlineText.Place.LINE);
    }

    /** Takes out what would break pages. */
    static String clean(String text)
    {
        return text.replace("\r\n", "\n").replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]", "")
            .replaceAll("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "");
    }

    /**
     * @param address what a link says
     * @return where it leads, fit to stand in a reference, or {@code null} where it must not lead
     */
    private String reference(String address)
    {
        String clean = clean(address).strip().replaceAll("\\s", "%20");
        if (clean.length() > ADDRESS_MAXIMUM) {
            return null;
        }
        try {
            URI target = new URI(encode(clean));
            URI whole = target.isAbsolute() || this.base == null ? target : new URI(this.base).resolve(target);
            String scheme = whole.getScheme() == null ? "" : whole.getScheme().toLowerCase(Locale.ROOT);
            boolean web = Set.of("http", "https", "ftp").contains(scheme) && whole.getRawAuthority() != null;
            boolean mail = "mailto".equals(scheme) && whole.getRawSchemeSpecificPart().contains("@");
            return web || mail ? scheme + whole.toString().substring(scheme.length()) : null;
        } catch (URISyntaxException e) {
            // What is no address leads nowhere; its text is kept.
            return null;
        }
    }

    private static String encode(String address)
    {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean escape = FORBIDDEN_IN_REFERENCE.indexOf(c) >= 0
                || c == '#' && i > address.indexOf('#')
                || c == '%' && !address.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            encoded.append(escape ? String.format("%%%02X", (int) c) : String.valueOf(c));
        }
        return encoded.toString();
    }

    /** Writes into one line, and knows in which formats it is: one within itself is told once. */
    private final class Line
    {
        private final InlineText text;

        private final boolean lines;

        private final List<String> open = new ArrayList<>(List.of(""));

        private final boolean label;

        Line(InlineText text, boolean label, boolean lines)
        {
            this.text = text;
            this.label = label;
            this.lines = lines;
        }

        void nodes(List<? extends Node> nodes)
        {
            nodes.forEach(this::node);
        }

        private void node(Node node)
        {
            if (node instanceof TextNode part) {
                text(part.getWholeText());
            } else if (node instanceof Element element
                && !InlineWriter.this.dropped.contains(element.normalName()))
            {
                element(element);
            }
        }

        private void text(String part)
        {
            if (this.lines) {
                String[] each = part.split("\n", -1);
                for (int i = 0; i < each.length; i++) {
                    if (i > 0) {
                        this.text.lineBreak();
                    }
                    this.text.text(each[i]);
                }
            } else {
                this.text.text(part);
            }
        }

        private void element(Element element)
        {
            String name = element.normalName();
            if ("br".equals(name)) {
                this.text.lineBreak();
            } else if ("img".equals(name)) {
                image(element);
            } else if ("a".equals(name) && !this.label) {
                link(element);
            } else if ("q".equals(name)) {
                this.text.text("\u201c");
                nodes(element.childNodes());
                this.text.text("\u201d");
            } else if (FORMATS.containsKey(name)) {
                element(FORMATS.get(name), element.childNodes(), "kbd".equals(name) ? "(% class=\"kbd\" %)" : "");
            } else {
                boolean block = InlineWriter.this.isBlock.test(element);
                if (block) {
                    this.text.lineBreak();
                }
                nodes(element.childNodes());
                if (block) {
                    this.text.lineBreak();
                }
            }
        }

        private void element(String mark, List<? extends Node> content, String parameters)
        {
            String fresh = (this.open.contains(parameters) ? "" : parameters)
                + (this.open.contains(mark) ? "" : mark);
            if (fresh.isEmpty()) {
                nodes(content);
                return;
            }
            int start = this.text.position();
            this.text.open(fresh);
            int inside = this.text.position();
            this.open.addAll(List.of(mark, parameters));
            nodes(content);
            this.open.remove(mark);
            this.open.remove(parameters);
            if (this.text.isBlankSince(inside)) {
                this.text.cut(start);
            } else {
                this.text.close((fresh.endsWith(mark) ? mark : "") + (fresh.startsWith("(%") ? "(%%)" : ""));
            }
        }

        private void link(Element element)
        {
            String reference = reference(element.attr("href"));
            if (reference == null) {
                nodes(element.childNodes());
                return;
            }
            InlineText label = this.text.label();
            new Line(label, true, this.lines).nodes(element.childNodes());
            if (label.isBlankSince(0)) {
                label.text(element.attr("href"));
            }
            this.text.link(label, reference + title(element.attr("title")));
            element.select("img").stream().filter(image -> !image.attr("src").equals(element.attr("href")))
                .forEach(image -> {
                    this.text.text(" ");
                    imageLink(image.attr("src"), "");
                });
        }

        private void image(Element image)
        {
            if (this.label) {
                this.text.text(label(image.attr("alt"), image.attr("src")));
            } else {
                imageLink(image.attr("src"), image.attr("alt"));
            }
        }

        private void imageLink(String source, String alternative)
        {
            String reference = reference(source);
            if (reference == null) {
                this.text.text(alternative);
                return;
            }
            InlineText label = this.text.label();
            label.text(label(alternative, source));
            this.text.link(label, reference);
        }

        private String label(String alternative, String source)
        {
            return alternative.isBlank() ? source.substring(source.lastIndexOf('/') + 1) : alternative;
        }

        private String title(String title)
        {
            String plain = clean(title).replaceAll("[\\s\"~|\\]>%\\\\]+", " ").strip();
            return plain.isEmpty() ? "" : "||title=\"" + plain + '"';
        }
    }
}
