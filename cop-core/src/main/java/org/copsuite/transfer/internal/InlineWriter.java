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
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the content of a line: text, emphasis, code, keys, sub- and superscript, links and images. An image with an
 * https URL is shown, as in members' texts; one with another URL becomes a link. Links may lead only to http, https,
 * ftp and mailto; others become plain text. A link to imported content leads to its page.
 */
final class InlineWriter
{
    private static final Map<String, String> FORMATS = Map.ofEntries(Map.entry("b", "**"), Map.entry("strong", "**"),
        Map.entry("i", "//"), Map.entry("em", "//"), Map.entry("cite", "//"), Map.entry("dfn", "//"),
        Map.entry("var", "//"), Map.entry("s", "--"), Map.entry("del", "--"), Map.entry("strike", "--"),
        Map.entry("u", "__"), Map.entry("ins", "__"), Map.entry("sup", "^^"), Map.entry("sub", ",,"),
        Map.entry("code", "##"), Map.entry("tt", "##"), Map.entry("samp", "##"), Map.entry("kbd", "##"));

    /** Maximum length of a URL, in characters. Browsers do not follow longer ones. */
    private static final int ADDRESS_MAXIMUM = 8_000;

    private static final String FORBIDDEN_IN_REFERENCE = "[]{}|<>\"\\^`~'* ";

    /** Alternative text that the site's editor inserts for an image without a description. */
    private static final Pattern PLACEHOLDER =
        Pattern.compile("(?:enter )?(?:image|alt) (?:description|text)(?: here)?", Pattern.CASE_INSENSITIVE);

    /**
     * Characters that would end the value of a parameter, its link, or the cell and label around it. All of them can be
     * escaped.
     */
    private static final Pattern SPECIAL = Pattern.compile("[~\"|\\[\\]<>%\\\\{}()!=*]");

    /** Image hosts that older posts link with http but that support https. */
    private static final Pattern SECURED = Pattern.compile("(?:[a-z0-9.-]+\\.)?(?:imgur\\.com|sstatic\\.net)");

    private final String base;

    private final LinkTargets targets;

    private final Predicate<Node> isBlock;

    private final Set<String> dropped;

    InlineWriter(String base, LinkTargets targets, Predicate<Node> isBlock, Set<String> dropped)
    {
        this.base = base;
        this.targets = targets;
        this.isBlock = isBlock;
        this.dropped = dropped;
    }

    String write(List<? extends Node> nodes, InlineText.Place place)
    {
        InlineText text = new InlineText();
        new Line(text, false, false).nodes(nodes);
        return text.toWiki(place);
    }

    /** Writes preformatted text with its markup, as lines of fixed-width text. No-break spaces preserve its spaces. */
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

    /** Removes characters that would break pages. */
    static String clean(String text)
    {
        return text.replace("\r\n", "\n").replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]", "")
            .replaceAll("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "");
    }

    /**
     * @param address the URL of a link, absolute or relative
     * @return the absolute URL, encoded for a reference, {@code null} for an invalid or forbidden URL
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
            if (web && SECURED.matcher(whole.getRawAuthority()).matches()) {
                scheme = "https";
                return scheme + whole.toString().substring(whole.getScheme().length());
            }
            boolean mail = "mailto".equals(scheme) && whole.getRawSchemeSpecificPart().contains("@");
            return web || mail ? scheme + whole.toString().substring(scheme.length()) : null;
        } catch (URISyntaxException e) {
            // An invalid URL becomes no link; its text remains.
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

    /** Writes nodes into one line. Tracks the open formats, since a format nested in itself needs only one mark. */
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
            String[] each = this.lines ? part.split("\n", -1) : new String[] {part};
            for (int i = 0; i < each.length; i++) {
                if (i > 0) {
                    this.text.lineBreak();
                }
                if (this.open.contains("##")) {
                    this.text.code(each[i]);
                } else {
                    this.text.text(each[i]);
                }
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
            InlineText content = this.text.label();
            new Line(content, true, this.lines).nodes(element.childNodes());
            String address = element.attr("href").strip();
            String plain = content.isBlankSince(0) ? address : content.plain();
            boolean named = plain == null || !plain.equals(address) && !plain.equals(reference);
            LinkTargets.Target target = target(reference);
            if (target != null) {
                this.text.link(named ? content : named(target.title()), target.reference() + title(element));
            } else if (named || !reference.equals(address)) {
                this.text.link(named ? content : named(plain), reference + title(element));
            } else {
                this.text.link(InlineText.escaped(reference) + title(element));
            }
        }

        private InlineText named(String name)
        {
            InlineText label = this.text.label();
            label.text(name);
            return label;
        }

        private LinkTargets.Target target(String reference)
        {
            return InlineWriter.this.targets.find(URI.create(reference)).orElse(null);
        }

        private void image(Element image)
        {
            String reference = reference(image.attr("src"));
            String alternative = PLACEHOLDER.matcher(image.attr("alt").strip()).matches() ? "" : image.attr("alt");
            if (reference != null && reference.startsWith("https:")) {
                this.text.image("image:" + InlineText.escaped(reference) + parameter("alt", alternative));
            } else if (reference == null || this.label) {
                this.text.text(alternative);
            } else {
                InlineText label = this.text.label();
                label.text(alternative.isBlank() ? image.attr("src").substring(image.attr("src").lastIndexOf('/') + 1)
                    : alternative);
                this.text.link(label, reference);
            }
        }

        private String title(Element element)
        {
            return parameter("title", element.attr("title"));
        }

        private String parameter(String name, String value)
        {
            String plain = clean(value).replaceAll("\\s+", " ").strip();
            return plain.isEmpty() ? "" : "||" + name + "=\"" + SPECIAL.matcher(plain).replaceAll("~$0") + '"';
        }
    }
}
