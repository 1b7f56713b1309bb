/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Converts the HTML of posts to xwiki/2.1: paragraphs, headings, nested lists, quotes, code blocks, tables, rules and
 * the inline elements of {@link InlineWriter}. Text never becomes syntax, a macro or a script. An element that the
 * syntax cannot express keeps its text.
 */
final class HtmlToWiki
{
    private static final Set<String> DROPPED = Set.of("script", "style", "iframe", "object", "embed", "noscript",
        "template", "head", "title", "textarea", "select", "button", "svg", "math", "canvas", "audio", "video");

    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
        "blockquote", "pre", "table", "hr", "section", "article", "header", "footer", "aside", "figure", "figcaption",
        "details", "summary", "address", "center", "form", "fieldset", "main", "nav", "li", "dt", "dd", "thead",
        "tbody", "tfoot", "tr", "td", "th", "caption");

    private static final Pattern LANGUAGE = Pattern.compile("\\blang(?:uage)?-([A-Za-z0-9+#]{1,20})\\b");

    /** A tilde before three braces has a special meaning within verbatim text and cannot be escaped. */
    private static final Pattern AMBIGUOUS = Pattern.compile("~\\{~?\\{~?\\{|~\\}~?\\}~?\\}");

    /** Maximum depth of elements, more than in any post that a person wrote. */
    private static final int DEPTH = 50;

    private final InlineWriter inlines;

    /** @param base the URL to which relative links are relative */
    HtmlToWiki(String base)
    {
        this(base, LinkTargets.NONE);
    }

    /**
     * @param base the URL to which relative links are relative
     * @param targets the resolver of links to imported posts
     */
    HtmlToWiki(String base, LinkTargets targets)
    {
        this.inlines = new InlineWriter(base, targets, this::isBlock, DROPPED);
    }

    /**
     * @param html the HTML of a post, well-formed or not
     * @return the post in xwiki/2.1
     */
    String convert(String html)
    {
        Element body = Jsoup.parseBodyFragment(html).body();
        cut(body);
        return blocks(body.childNodes());
    }

    /**
     * Replaces elements below the maximum depth by their text, since this conversion and the rendering recurse into
     * each level.
     */
    private static void cut(Element body)
    {
        List<Element> deepest = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (depth == DEPTH && node instanceof Element element) {
                deepest.add(element);
            }
        });
        deepest.stream().filter(element -> !element.children().isEmpty()).forEach(element -> element.text(element.text()));
    }

    private boolean isBlock(Node node)
    {
        return node instanceof Element element && BLOCKS.contains(element.normalName());
    }

    /** Replaces inline elements that contain blocks ({@code <b><p>...}) by their content, to preserve the blocks. */
    private List<Node> flatten(List<? extends Node> nodes)
    {
        List<Node> flat = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Element element && !isBlock(node) && !DROPPED.contains(element.normalName())
                && element.select("*").stream().anyMatch(this::isBlock))
            {
                flat.addAll(flatten(element.childNodes()));
            } else {
                flat.add(node);
            }
        }
        return flat;
    }

    private String blocks(List<? extends Node> nodes)
    {
        List<String> blocks = new ArrayList<>();
        List<Node> run = new ArrayList<>();
        for (Node node : flatten(nodes)) {
            if (isBlock(node)) {
                paragraph(run, blocks);
                block((Element) node, blocks);
            } else {
                run.add(node);
            }
        }
        paragraph(run, blocks);
        return String.join("\n\n", blocks);
    }

    private void paragraph(List<Node> run, List<String> blocks)
    {
        String line = this.inlines.write(run, InlineText.Place.LINE);
        if (!line.isEmpty()) {
            blocks.add(line);
        }
        run.clear();
    }

    private void block(Element element, List<String> blocks)
    {
        String block = switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "ul", "ol" -> String.join("\n", list(element, ""));
            case "dl" -> definitions(element);
            case "blockquote" -> quote(element);
            case "pre" -> code(element);
            case "table" -> new TableWriter(this.inlines, this::blocks, this::isBlock).write(element);
            case "hr" -> "----";
            default -> blocks(element.childNodes());
        };
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    private String heading(Element element)
    {
        if (element.children().stream().anyMatch(this::isBlock)) {
            return blocks(element.childNodes());
        }
        String text = this.inlines.write(element.childNodes(), InlineText.Place.HEADING);
        String level = "=".repeat(element.normalName().charAt(1) - '0');
        return text.isEmpty() ? "" : level + ' ' + text + ' ' + level;
    }

    private List<String> list(Element list, String outer)
    {
        List<String> lines = new ArrayList<>();
        boolean numbered = "ol".equals(list.normalName());
        String marker = outer + (numbered ? "1" : "*");
        if (numbered && outer.isEmpty() && list.attr("start").matches("-?\\d{1,9}")) {
            lines.add("(% start=\"" + list.attr("start") + "\" %)");
        }
        for (Node child : list.childNodes()) {
            if (child instanceof Element item && Set.of("ul", "ol").contains(item.normalName())) {
                lines.addAll(list(item, marker));
            } else if (child instanceof Element item) {
                lines.addAll(item(isBlock(item) ? flatten(item.childNodes()) : List.of(item), marker));
            } else if (child instanceof TextNode text && !text.isBlank()) {
                lines.addAll(item(List.of(text), marker));
            }
        }
        return lines;
    }

    /** Writes an item as one line with lists below it; an item with other content becomes a group. */
    private List<String> item(List<Node> content, String marker)
    {
        // A marker that contains a number ends with a dot.
        String start = marker + (marker.indexOf('1') >= 0 ? ". " : " ");
        List<Node> line = new ArrayList<>();
        List<Element> below = new ArrayList<>();
        boolean simple = true;
        for (Node node : content) {
            boolean list = node instanceof Element element && Set.of("ul", "ol").contains(element.normalName());
            if (list) {
                below.add((Element) node);
                simple &= !"ol".equals(((Element) node).normalName()) || !((Element) node).hasAttr("start");
            } else if (node instanceof TextNode text && text.isBlank() && (line.isEmpty() || !below.isEmpty())) {
                continue;
            } else {
                boolean only = isBlock(node) && line.stream().allMatch(HtmlToWiki::isBlank);
                simple &= below.isEmpty() && (!isBlock(node) || only && "p".equals(((Element) node).normalName()));
                simple &= line.stream().noneMatch(this::isBlock) || isBlank(node);
                line.add(node);
            }
        }
        List<String> lines = new ArrayList<>();
        if (simple) {
            lines.add(start + this.inlines.write(line, InlineText.Place.LINE));
            below.forEach(list -> lines.addAll(list(list, marker)));
        } else {
            lines.add(start + group(blocks(content)));
        }
        return lines;
    }

    private static boolean isBlank(Node node)
    {
        return node instanceof TextNode text && text.isBlank();
    }

    private String definitions(Element list)
    {
        List<String> lines = new ArrayList<>();
        for (Element child : list.select("> dt, > dd, > div > dt, > div > dd")) {
            String start = "dt".equals(child.normalName()) ? "; " : ": ";
            boolean simple = flatten(child.childNodes()).stream().noneMatch(this::isBlock);
            lines.add(start + (simple ? this.inlines.write(child.childNodes(), InlineText.Place.LINE)
                : group(blocks(child.childNodes()))));
        }
        return String.join("\n", lines);
    }

    /**
     * Writes a quote. The syntax has only quotes of lines, so a quote of anything else becomes a group with a class.
     */
    private String quote(Element quote)
    {
        if (quote.hasClass("spoiler")) {
            return "(% class=\"spoiler\" %)\n" + group(blocks(quote.childNodes()));
        }
        List<String> lines = new ArrayList<>();
        List<Node> run = new ArrayList<>();
        for (Node node : flatten(quote.childNodes())) {
            if (isBlock(node)) {
                Element block = (Element) node;
                if (!"p".equals(block.normalName())
                    || flatten(block.childNodes()).stream().anyMatch(this::isBlock))
                {
                    String content = blocks(quote.childNodes());
                    return content.isEmpty() ? "" : "(% class=\"quote\" %)\n" + group(content);
                }
                paragraph(run, lines);
                paragraph(new ArrayList<>(block.childNodes()), lines);
            } else {
                run.add(node);
            }
        }
        paragraph(run, lines);
        return lines.isEmpty() ? "" : ">" + String.join("\n>\n>", lines);
    }

    private static String group(String content)
    {
        return content.isEmpty() ? "" : "(((\n" + content + "\n)))";
    }

    private String code(Element pre)
    {
        String text = InlineWriter.clean(pre.wholeText()).stripTrailing();
        // Images follow the code block, which cannot contain them.
        String pictures = this.inlines.write(new ArrayList<>(pre.select("img")), InlineText.Place.LINE);
        if (text.isBlank()) {
            return pictures;
        }
        if (AMBIGUOUS.matcher(text).find()) {
            return this.inlines.preformatted(pre);
        }
        StringBuilder code = new StringBuilder();
        var language = LANGUAGE.matcher(pre.className() + ' ' + pre.select("> code").attr("class"));
        if (language.find()) {
            code.append("(% class=\"language-").append(language.group(1)).append("\" %)\n");
        }
        return code.append("{{{\n").append(text.replace("{{{", "~{~{~{").replace("}}}", "~}~}~}")).append("\n}}}")
            .append(pictures.isEmpty() ? "" : "\n\n" + pictures).toString();
    }
}
