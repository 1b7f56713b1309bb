/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Writes tables, one line per row. A cell with more than a line of text becomes a group. */
final class TableWriter
{
    private final InlineWriter inlines;

    private final Function<List<Node>, String> blocks;

    private final Predicate<Node> isBlock;

    TableWriter(InlineWriter inlines, Function<List<Node>, String> blocks, Predicate<Node> isBlock)
    {
        this.inlines = inlines;
        this.blocks = blocks;
        this.isBlock = isBlock;
    }

    String write(Element table)
    {
        StringBuilder wiki = new StringBuilder();
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            wiki.append(this.blocks.apply(caption.childNodes())).append(caption.text().isBlank() ? "" : "\n\n");
        }
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            StringBuilder line = new StringBuilder();
            for (Element cell : row.select("> td, > th")) {
                line.append("th".equals(cell.normalName()) ? "|=" : "|").append(parameters(cell)).append(cell(cell));
            }
            if (!line.isEmpty()) {
                wiki.append(line).append('\n');
            }
        }
        return wiki.toString().stripTrailing();
    }

    private static String parameters(Element cell)
    {
        StringBuilder parameters = new StringBuilder();
        for (String name : List.of("colspan", "rowspan")) {
            if (cell.attr(name).matches("[1-9]\\d{0,2}") && !"1".equals(cell.attr(name))) {
                parameters.append(name).append("=\"").append(cell.attr(name)).append("\" ");
            }
        }
        return parameters.isEmpty() ? "" : "(% " + parameters + "%)";
    }

    private String cell(Element cell)
    {
        if (cell.select("*").stream().anyMatch(element -> element != cell && this.isBlock.test(element))) {
            String content = this.blocks.apply(cell.childNodes());
            return content.isEmpty() ? "" : "(((\n" + content + "\n)))";
        }
        String line = this.inlines.write(cell.childNodes(), InlineText.Place.CELL);
        // The empty parameters prevent that the cell takes the parameters at its beginning as its own.
        return line.startsWith("(%") ? "(%%)" + line : line;
    }
}
