/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Map;

import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.HeaderLevel;
import org.xwiki.rendering.listener.ListType;
import org.xwiki.rendering.listener.Listener;
import org.xwiki.rendering.listener.WrappingListener;
import org.xwiki.rendering.listener.reference.ResourceReference;

/** Stops a parser that would build too much. Elements that contain others count as depth; all count as events. */
class LimitingListener extends WrappingListener
{
    private final TextLimits limits;

    LimitingListener(Listener target, TextLimits limits)
    {
        setWrappedListener(target);
        this.limits = limits;
    }

    private void event()
    {
        this.limits.event();
    }

    private void enter()
    {
        this.limits.enter();
    }

    @Override
    public void beginGroup(Map<String, String> parameters)
    {
        enter();
        super.beginGroup(parameters);
    }

    @Override
    public void endGroup(Map<String, String> parameters)
    {
        this.limits.leave();
        super.endGroup(parameters);
    }

    @Override
    public void beginFormat(Format format, Map<String, String> parameters)
    {
        enter();
        super.beginFormat(format, parameters);
    }

    @Override
    public void endFormat(Format format, Map<String, String> parameters)
    {
        this.limits.leave();
        super.endFormat(format, parameters);
    }

    @Override
    public void beginList(ListType type, Map<String, String> parameters)
    {
        enter();
        super.beginList(type, parameters);
    }

    @Override
    public void endList(ListType type, Map<String, String> parameters)
    {
        this.limits.leave();
        super.endList(type, parameters);
    }

    @Override
    public void beginDefinitionList(Map<String, String> parameters)
    {
        enter();
        super.beginDefinitionList(parameters);
    }

    @Override
    public void endDefinitionList(Map<String, String> parameters)
    {
        this.limits.leave();
        super.endDefinitionList(parameters);
    }

    @Override
    public void beginQuotation(Map<String, String> parameters)
    {
        enter();
        super.beginQuotation(parameters);
    }

    @Override
    public void endQuotation(Map<String, String> parameters)
    {
        this.limits.leave();
        super.endQuotation(parameters);
    }

    @Override
    public void beginTable(Map<String, String> parameters)
    {
        enter();
        super.beginTable(parameters);
    }

    @Override
    public void endTable(Map<String, String> parameters)
    {
        this.limits.leave();
        super.endTable(parameters);
    }

    @Override
    public void beginLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        enter();
        this.limits.link();
        super.beginLink(reference, freestanding, parameters);
    }

    @Override
    public void endLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        this.limits.leave();
        super.endLink(reference, freestanding, parameters);
    }

    @Override
    public void beginHeader(HeaderLevel level, String id, Map<String, String> parameters)
    {
        this.limits.heading();
        super.beginHeader(level, id, parameters);
    }

    @Override
    public void beginParagraph(Map<String, String> parameters)
    {
        event();
        super.beginParagraph(parameters);
    }

    @Override
    public void beginListItem(Map<String, String> parameters)
    {
        event();
        super.beginListItem(parameters);
    }

    @Override
    public void beginTableRow(Map<String, String> parameters)
    {
        event();
        super.beginTableRow(parameters);
    }

    @Override
    public void beginTableCell(Map<String, String> parameters)
    {
        event();
        super.beginTableCell(parameters);
    }

    @Override
    public void beginTableHeadCell(Map<String, String> parameters)
    {
        event();
        super.beginTableHeadCell(parameters);
    }

    @Override
    public void onMacro(String id, Map<String, String> parameters, String content, boolean inline)
    {
        event();
        super.onMacro(id, parameters, content, inline);
    }

    @Override
    public void onImage(ResourceReference reference, boolean freestanding, String id, Map<String, String> parameters)
    {
        this.limits.link();
        super.onImage(reference, freestanding, id, parameters);
    }

    @Override
    public void onWord(String word)
    {
        event();
        super.onWord(word);
    }

    @Override
    public void onSpace()
    {
        event();
        super.onSpace();
    }

    @Override
    public void onSpecialSymbol(char symbol)
    {
        event();
        super.onSpecialSymbol(symbol);
    }

    @Override
    public void onNewLine()
    {
        event();
        super.onNewLine();
    }

    @Override
    public void onVerbatim(String content, boolean inline, Map<String, String> parameters)
    {
        event();
        super.onVerbatim(content, inline, parameters);
    }

    @Override
    public void onHorizontalLine(Map<String, String> parameters)
    {
        event();
        super.onHorizontalLine(parameters);
    }

    @Override
    public void onEmptyLines(int count)
    {
        event();
        super.onEmptyLines(count);
    }

    @Override
    public void beginDefinitionTerm()
    {
        event();
        super.beginDefinitionTerm();
    }

    @Override
    public void beginDefinitionDescription()
    {
        event();
        super.beginDefinitionDescription();
    }

    @Override
    public void beginQuotationLine()
    {
        event();
        super.beginQuotationLine();
    }
}
