/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Map;

import org.xwiki.rendering.internal.parser.xwiki21.XWiki21XWikiGeneratorListener;
import org.xwiki.rendering.listener.Listener;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.parser.ResourceReferenceParser;
import org.xwiki.rendering.parser.StreamParser;
import org.xwiki.rendering.renderer.PrintRendererFactory;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.util.IdGenerator;
import org.xwiki.rendering.wikimodel.WikiParameters;

/**
 * Counts elements as soon as the scanner finds them. XWiki's generator buffers the events of a paragraph until its end,
 * and one paragraph may be the whole text: {@link LimitingListener} would receive the first link after the last one is
 * parsed.
 */
final class CountingGenerator extends XWiki21XWikiGeneratorListener
{
    private final TextLimits limits;

    // CHECKSTYLE OFF: ParameterNumber because XWiki's generator needs these, and the limits.
    CountingGenerator(StreamParser parser, Listener listener, ResourceReferenceParser links,
        ResourceReferenceParser images, PrintRendererFactory plain, IdGenerator ids, Syntax syntax, TextLimits limits)
    {
        super(parser, listener, links, images, plain, ids, syntax);
        this.limits = limits;
    }
    // CHECKSTYLE ON: ParameterNumber

    @Override
    public void onWord(String word)
    {
        this.limits.found();
        super.onWord(word);
    }

    @Override
    public void onSpace(String spaces)
    {
        for (int i = 0; i < spaces.length(); i++) {
            this.limits.found();
        }
        super.onSpace(spaces);
    }

    @Override
    public void onSpecialSymbol(String symbol)
    {
        this.limits.found();
        super.onSpecialSymbol(symbol);
    }

    @Override
    public void onNewLine()
    {
        this.limits.found();
        super.onNewLine();
    }

    @Override
    public void onMacroInline(String name, WikiParameters parameters, String content)
    {
        this.limits.found();
        super.onMacroInline(name, parameters, content);
    }

    @Override
    protected void onReference(ResourceReference reference, String label, boolean freestanding,
        Map<String, String> parameters)
    {
        this.limits.foundLink();
        super.onReference(reference, label, freestanding, parameters);
    }

    @Override
    protected void onImage(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        this.limits.foundLink();
        super.onImage(reference, freestanding, parameters);
    }
}
