/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.macro.MacroContentParser;
import org.xwiki.rendering.macro.MacroId;
import org.xwiki.rendering.macro.MacroManager;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.util.IdGenerator;

/**
 * Decides which macros of a member's text may run, before any of them does, and parses what they would parse: XWiki's
 * macros parse their content and titles themselves, without limits and in any syntax. A macro that {@link TextMacro}
 * does not list is replaced by a message, since its cost is unknown; the suite's own macros decide themselves.
 */
@Component(roles = MacroGate.class)
@Singleton
public class MacroGate
{
    /** Id of the replacement of a refused macro. It is neither a shared macro nor restricted again. */
    static final String REFUSED = "cop-refused";

    private static final String OWN = "cop-";

    private static final int PARAMETER = 1000;

    private static final ClassBlockMatcher MATCHER = new ClassBlockMatcher(MacroBlock.class);

    @Inject
    private SafeParser parser;

    @Inject
    private Provider<MacroManager> macros;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    /**
     * Processes a text that is parsed and restricted, and whose macros have not run.
     *
     * @param xdom the text, modified in place
     * @param lower the number of levels by which its headings are lowered
     * @throws TextLimitException if the text, with the contents of its macros, exceeds a limit
     */
    public void admit(XDOM xdom, int lower)
    {
        for (Block block : xdom.getBlocks(MATCHER, Block.Axes.DESCENDANT)) {
            MacroBlock macro = (MacroBlock) block;
            TextLimits.current().macros().add();
            if (!macro.getId().startsWith(OWN) && !admit(macro, xdom.getIdGenerator(), lower)) {
                macro.getParent().replaceChild(refused(macro), macro);
            }
        }
    }

    private boolean admit(MacroBlock macro, IdGenerator ids, int lower)
    {
        TextMacro known = TextMacro.named(macro.getId());
        if (known == null) {
            // Whoever runs the macros reports an unknown macro, or shows it as text.
            return !this.macros.get().exists(new MacroId(macro.getId()))
                && !this.macros.get().exists(new MacroId(macro.getId(), Syntax.XWIKI_2_1));
        }
        if (known.readsWholeText() && !TextLimits.current().macros().addWhole(macro.getId())) {
            return false;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : macro.getParameters().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (known.takes(name)) {
                if (!isPlain(parameter.getValue()) || "syntax".equals(name) && !isBounded(parameter.getValue())) {
                    return false;
                }
                parameters.put(parameter.getKey(), parameter.getValue());
            }
        }
        if (known == TextMacro.CODE && !isColoured(macro)) {
            parameters.keySet().removeIf(CodeLanguages.PARAMETER::equalsIgnoreCase);
            parameters.put(CodeLanguages.PARAMETER, CodeLanguages.NONE);
        }
        macro.setParameters(parameters);
        if (known.parsesContent() && macro.getContent() != null && isWiki(macro)) {
            prepare(macro, ids, lower);
        }
        return true;
    }

    private static boolean isColoured(MacroBlock macro)
    {
        boolean common = macro.getParameters().entrySet().stream()
            .filter(parameter -> CodeLanguages.PARAMETER.equalsIgnoreCase(parameter.getKey()))
            .map(Map.Entry::getValue).reduce((first, last) -> "").filter(CodeLanguages::isCommon).isPresent();
        return common && TextLimits.current().macros().addColoured(length(macro), CodeLanguages.CHARACTERS);
    }

    private static int length(MacroBlock macro)
    {
        return macro.getContent() == null ? 0 : macro.getContent().length();
    }

    /** Macros parse titles and the like as wiki text: parsed here first, within limits and without macros. */
    private boolean isPlain(String value)
    {
        if (value.length() > PARAMETER) {
            return false;
        }
        try {
            NoMacros listener = new NoMacros();
            this.parser.parse(value, listener, new TextIds());
            return !listener.hasMacro();
        } catch (ParseException e) {
            return false;
        }
    }

    private static boolean isBounded(String syntax)
    {
        String id = syntax.trim().toLowerCase(Locale.ROOT);
        return Syntax.XWIKI_2_1.toIdString().equals(id) || Syntax.PLAIN_1_0.toIdString().equals(id);
    }

    private static boolean isWiki(MacroBlock macro)
    {
        return macro.getParameters().values().stream()
            .noneMatch(value -> Syntax.PLAIN_1_0.toIdString().equalsIgnoreCase(value.trim()));
    }

    /** Parses the content for the macro, which uses the prepared content instead of parsing it. */
    private void prepare(MacroBlock macro, IdGenerator ids, int lower)
    {
        TextLimits limits = TextLimits.current();
        limits.enter();
        try {
            XDOM content = this.parser.parse(macro.getContent(), ids == null ? new TextIds() : ids);
            Restriction.apply(content, lower);
            admit(content, lower);
            macro.setAttribute(MacroContentParser.ATTRIBUTE_PREPARE_CONTENT_XDOM, content);
            macro.setAttribute(MacroContentParser.ATTRIBUTE_PREPARE_CONTENT_XDOM_INLINE, false);
        } catch (ParseException e) {
            throw new TextLimitException(TextLimitException.Reason.MARKUP);
        }
        limits.leave();
    }

    private Block refused(MacroBlock macro)
    {
        String id = macro.getId().length() > 60 ? macro.getId().substring(0, 60) : macro.getId();
        String text = this.texts.get().text(this.requests.get().locale(),
            "html".equals(id) ? "cop.text.macro.html" : "cop.text.macro.refused", id);
        Map<String, String> look = Map.of("class", "box errormessage");
        List<Block> words = List.of(new WordBlock(text));
        Block shown = macro.isInline() ? new FormatBlock(words, Format.NONE, look)
            : new GroupBlock(List.of(new ParagraphBlock(words)), look);
        return new MacroMarkerBlock(REFUSED, Map.of(), List.of(shown), macro.isInline());
    }
}
