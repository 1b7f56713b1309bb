/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.List;
import java.util.function.UnaryOperator;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;
import org.xwiki.icon.IconException;
import org.xwiki.icon.IconManager;
import org.xwiki.notifications.CompositeEvent;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.notifiers.NotificationDisplayer;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.syntax.Syntax;

/** Displays the suite's events of all types in XWiki's notification menu and macros, in the reader's language. */
@Component
@Named("copsuite")
@Singleton
public class CopDisplayer implements NotificationDisplayer
{
    @Inject
    private Provider<List<NoticeType>> types;

    @Inject
    private EventLines lines;

    @Inject
    private Provider<Printer> printer;

    @Inject
    private Provider<IconManager> icons;

    @Override
    public List<String> getSupportedEvents()
    {
        return this.types.get().stream().map(type -> CopEvent.type(type.name())).toList();
    }

    @Override
    public Block renderNotification(CompositeEvent event) throws NotificationException
    {
        Printer print = this.printer.get();
        Html html = print.print("xwiki/notification", "lines",
            this.lines.of(event, print.request().locale(), UnaryOperator.identity()), "at",
            event.getDates().get(0).toInstant(), "application", icon("group"), "type", icon("comment"), "check",
            icon("check"));
        return new RawBlock(html.value(), Syntax.HTML_5_0);
    }

    private Html icon(String name) throws NotificationException
    {
        try {
            return new Html(this.icons.get().renderHTML(name));
        } catch (IconException e) {
            throw new NotificationException("Failed to render an icon.", e);
        }
    }
}
