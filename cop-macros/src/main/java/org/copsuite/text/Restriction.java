/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.HeaderBlock;
import org.xwiki.rendering.block.IdBlock;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.HeaderLevel;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;

/**
 * Removes from a parsed text what its author may not control in a browser: attributes except a few harmless ones, ids
 * that could imitate the suite's, links and images with schemes that run something. XWiki Rendering's own restricted
 * mode keeps {@code data-*}, {@code id} and {@code class}, by which a text could use the scripts and styles of the
 * page.
 */
public final class Restriction
{
    private static final Set<String> ATTRIBUTES = Set.of("align", "alt", "title", "width", "height", "rowspan",
        "colspan", "scope", "start", "lang", "dir", "valign");

    private static final Set<String> CLASSES = Set.of("box", "infomessage", "warningmessage", "errormessage",
        "successmessage", "table", "table-striped", "table-bordered", "table-hover", "table-condensed", "text-left",
        "text-right", "text-center", "text-muted", "lead", "small", "code", "row", "panel", "panel-default",
        "panel-heading", "panel-title", "panel-body", "well", "label", "label-default", "label-primary",
        "label-success", "label-info", "label-warning", "label-danger", "badge", "alert", "alert-info",
        "alert-success", "alert-warning", "alert-danger", "wikitoc", "footnotes", "footnoteRef", "footnoteBackRef",
        "box-title", "code-title", "sr-only", "kbd", "spoiler");

    private static final Pattern CLASS_FAMILY = Pattern.compile("col-(?:xs|sm|md|lg)-\\d{1,2}|language-[a-z0-9+#-]+");

    private static final Pattern SAFE_URL = Pattern.compile("(?:https?|ftps?|mailto|tel|xmpp|ircs?|git|ssh):.*",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SAFE_IMAGE = Pattern.compile("https://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SAFE_PATH = Pattern.compile("(?:/(?![/\\\\])|[?#]).*", Pattern.DOTALL);

    /** Ids of the anchors of footnotes, as their macros create them. */
    private static final Pattern OUTPUT_ID = Pattern.compile("x_?footnote_[A-Za-z0-9_-]{1,40}");

    private static final Pattern ICON = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** The time is checked once per this many blocks. */
    private static final int CLOCK = 1024;

    private static final Set<ResourceType> WIKI_TYPES = Set.of(ResourceType.DOCUMENT, ResourceType.SPACE,
        ResourceType.PAGE, ResourceType.ATTACHMENT, ResourceType.PAGE_ATTACHMENT);

    private Restriction()
    {
    }

    /**
     * @param root a parsed text, modified in place
     * @param lower the number of levels by which its headings are lowered
     */
    public static void apply(Block root, int lower)
    {
        apply(root, lower, false);
    }

    /**
     * Restricts the output of a macro.
     *
     * @param root a macro's marker, modified in place
     */
    static void applyToOutput(Block root)
    {
        apply(root, 0, true);
    }

    private static void apply(Block root, int lower, boolean output)
    {
        Deque<Block> open = new ArrayDeque<>();
        open.push(root);
        int done = 0;
        while (!open.isEmpty()) {
            if (done++ % CLOCK == 0) {
                TextLimits.current().checkTime();
            }
            Block block = open.pop();
            // A new list if something changes: replacing children one by one searches all of them each time.
            List<Block> children = new ArrayList<>(block.getChildren().size());
            boolean changed = false;
            for (Block child : block.getChildren()) {
                Block kept = output && isOwn(child) ? child : restrict(child, lower, output);
                changed |= kept != child;
                if (kept != null) {
                    children.add(kept);
                    if (!(output && isOwn(kept))) {
                        open.push(kept);
                    }
                }
            }
            if (changed) {
                block.setChildren(children);
            }
        }
    }

    /** The suite's own macros print templates, which escape. */
    private static boolean isOwn(Block block)
    {
        return block instanceof MacroMarkerBlock marker && marker.getId().startsWith("cop-");
    }

    private static Block restrict(Block block, int lower, boolean output)
    {
        if (block instanceof IdBlock) {
            return null;
        }
        if (block instanceof RawBlock raw) {
            return new VerbatimBlock(raw.getRawContent(), true);
        }
        if (block instanceof MacroBlock) {
            Map<String, String> parameters = new LinkedHashMap<>(block.getParameters());
            parameters.keySet().removeIf("cssClass"::equalsIgnoreCase);
            block.setParameters(parameters);
            return block;
        }
        Map<String, String> parameters = harmless(block.getParameters());
        String id = output ? block.getParameter("id") : null;
        if (id != null && OUTPUT_ID.matcher(id).matches()) {
            parameters.put("id", id);
        }
        if (block instanceof HeaderBlock header && lower > 0) {
            int level = Math.min(HeaderLevel.LEVEL6.getAsInt(), header.getLevel().getAsInt() + lower);
            return new HeaderBlock(header.getChildren(), HeaderLevel.parseInt(level), parameters, header.getId());
        }
        if (block instanceof LinkBlock link && !isSafeLink(link.getReference())) {
            return new FormatBlock(label(link), Format.NONE);
        }
        if (block instanceof ImageBlock image) {
            if (!isSafeImage(image.getReference(), output)) {
                return instead(image);
            }
            image.setId(null);
        }
        Block meant = SemanticMarkup.quotation(block);
        meant.setParameters(meant == block ? parameters : Map.of());
        return meant;
    }

    /** Replaces a picture that a page must not fetch by a link to it, with its description as label. */
    private static Block instead(ImageBlock image)
    {
        ResourceReference reference = image.getReference();
        if (!reference.getType().equals(ResourceType.URL) || !isSafeLink(reference)) {
            return new FormatBlock(List.of(), Format.NONE);
        }
        String name = image.getParameter("alt");
        Block label = new VerbatimBlock(name == null || name.isBlank() ? reference.getReference() : name, true);
        return new LinkBlock(List.of(label), reference, false);
    }

    private static List<Block> label(LinkBlock link)
    {
        String reference = link.getReference().getReference();
        return link.getChildren().isEmpty() && reference != null ? List.of(new VerbatimBlock(reference, true))
            : new ArrayList<>(link.getChildren());
    }

    private static Map<String, String> harmless(Map<String, String> parameters)
    {
        if (parameters.isEmpty()) {
            return parameters;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            String lowered = name.toLowerCase(Locale.ROOT);
            if (ATTRIBUTES.contains(lowered)) {
                kept.put(lowered, value);
            } else if ("class".equals(lowered)) {
                String classes = Stream.of(value.split("\\s+"))
                    .filter(one -> CLASSES.contains(one) || CLASS_FAMILY.matcher(one).matches())
                    .collect(Collectors.joining(" "));
                if (!classes.isEmpty()) {
                    kept.put(lowered, classes);
                }
            }
        });
        return kept;
    }

    private static boolean isSafeLink(ResourceReference reference)
    {
        ResourceType type = reference.getType();
        String target = strip(reference.getReference());
        if (type.equals(ResourceType.URL)) {
            return SAFE_URL.matcher(target).matches();
        }
        if (type.equals(ResourceType.PATH)) {
            return SAFE_PATH.matcher(target).matches();
        }
        return WIKI_TYPES.contains(type) || type.equals(ResourceType.MAILTO);
    }

    private static boolean isSafeImage(ResourceReference reference, boolean output)
    {
        ResourceType type = reference.getType();
        String target = strip(reference.getReference());
        if (type.equals(ResourceType.URL)) {
            return SAFE_IMAGE.matcher(target).matches();
        }
        if (type.equals(ResourceType.PATH)) {
            return LocalImages.isFile(target);
        }
        if (type.equals(ResourceType.ICON)) {
            return output && ICON.matcher(target).matches();
        }
        return type.equals(ResourceType.ATTACHMENT) || type.equals(ResourceType.PAGE_ATTACHMENT);
    }

    /**
     * Browsers ignore white space and control characters in a scheme. A link to an anchor of its own page, as in a
     * table of contents, has no scheme.
     */
    private static String strip(String reference)
    {
        return reference == null ? "" : reference.replaceAll("[\\s\\p{Cntrl}]+", "");
    }
}
