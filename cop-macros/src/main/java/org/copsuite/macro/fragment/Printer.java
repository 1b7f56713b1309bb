/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.template.Templates;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Prints the suite's templates, and offers the {@link PageTool} to them as {@code $cop}. All fragments share it. */
@Component(roles = Printer.class)
@Singleton
public class Printer
{
    @Inject
    private Templates templates;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Links> links;

    @Inject
    private Provider<Editor> editor;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private MemberTexts memberTexts;

    private final Rows rows = new Rows((template, values) -> this.templates.render(template, values));

    /**
     * @param template the name of the template
     * @param values names and values in turn; a value may be {@code null}
     * @return the HTML
     * @throws IllegalStateException as {@link Templates#render}
     */
    public Html print(String template, Object... values)
    {
        Map<String, Object> context = context();
        for (int i = 0; i < values.length; i += 2) {
            context.put((String) values[i], values[i + 1]);
        }
        return this.templates.render(template, context);
    }

    /**
     * Prints a template once for each of some items.
     *
     * @param template the name of the template
     * @param each the name of the reference to the item
     * @param items the items
     * @return the HTML of each item, in their order
     * @throws IllegalStateException as {@link Templates#render}
     */
    public List<Html> printEach(String template, String each, Collection<?> items)
    {
        return this.templates.renderEach(template, context(), each, items);
    }

    private Map<String, Object> context()
    {
        Map<String, Object> context = new HashMap<>();
        context.put("cop", new PageTool(new PageServices(this.requests.get(), this.people.get(), this.links.get(),
            this.editor.get(), this.memberTexts, this.rows, this.synchroniser)));
        return context;
    }

    /** @return the reader */
    public UserId reader()
    {
        return this.people.get().current();
    }

    /** @return the wiki of the current request */
    public WikiId wiki()
    {
        return this.requests.get().wiki();
    }

    /** @return the current request */
    public Requests request()
    {
        return this.requests.get();
    }

    /** @return the URLs */
    public Links links()
    {
        return this.links.get();
    }

    /**
     * @param key a translation key
     * @param arguments the arguments of the message
     * @return the message in the reader's language
     */
    public String text(String key, Object... arguments)
    {
        return this.texts.get().text(this.requests.get().locale(), key, arguments);
    }

    /**
     * @param day a day
     * @return the date in the reader's language
     */
    public String date(LocalDate day)
    {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.requests.get().locale()).format(day);
    }
}
