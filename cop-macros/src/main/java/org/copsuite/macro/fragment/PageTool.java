/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ItemLinks;
import org.copsuite.macro.template.TextTool;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Offers links, form fields, rendered texts and readable times to templates, as {@code $cop}. */
public final class PageTool
{
    private static final int HUES = 8;

    /** The place of the snippet in the shared row of a hit; no escaped text contains it. */
    private static final Html SNIPPET = new Html("<!--snippet-->");

    private final PageServices services;

    private final WikiId wiki;

    private final UserId user;

    /** @param services the services that the tool uses */
    PageTool(PageServices services)
    {
        this.services = services;
        this.wiki = services.requests().wiki();
        this.user = services.people().current();
    }

    /** @return the id of the wiki */
    public WikiId getWiki()
    {
        return this.wiki;
    }

    /** @return the reader */
    public UserId getUser()
    {
        return this.user;
    }

    /** @return whether the reader is a guest */
    public boolean isGuest()
    {
        return this.user.isGuest();
    }

    /** @return whether the first reconciliation of the wiki is pending, so that lists may lack pages */
    public boolean isReadingPages()
    {
        return this.services.synchroniser().get().isFirstReconciliationPending(this.wiki);
    }

    /** @return the form token of the session */
    public String getToken()
    {
        return this.services.requests().token();
    }

    /** @return a new id for the object that a form creates */
    public String newId()
    {
        return UUID.randomUUID().toString();
    }

    /** @return the URL of the sign-in form */
    public String getSignIn()
    {
        return this.services.links().signIn();
    }

    /**
     * @param path the path below the suite's REST root, starting with a slash, may have a query
     * @return its URL
     */
    public String rest(String path)
    {
        int query = path.indexOf('?');
        return query < 0 ? this.services.links().rest(this.wiki, path)
            : this.services.links().rest(this.wiki, path.substring(0, query)) + path.substring(query);
    }

    /**
     * @param page any page
     * @return its URL
     */
    public String view(PageId page)
    {
        return this.services.links().view(page);
    }

    /**
     * @param notice a notice
     * @return the URL of the answer or comment that it is about
     */
    public String view(NoticeView notice)
    {
        return ItemLinks.url(this.services.links(), notice.page(), notice.anchor());
    }

    /**
     * @param page any page
     * @param action an action on it
     * @return the URL of the action
     */
    public String action(PageId page, String action)
    {
        return this.services.links().action(page, action, Map.of());
    }

    /**
     * @param page any page
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return the URL of the page with these parameters
     */
    public String view(PageId page, Object... parameters)
    {
        return this.services.links().action(page, "view", query(parameters));
    }

    /**
     * @param page any page
     * @param parameters query parameters
     * @return the URL of the page with these parameters
     */
    public String link(PageId page, Map<String, String> parameters)
    {
        return this.services.links().action(page, "view", parameters);
    }

    /**
     * @param page any page
     * @return its name; for a home page, the name of its space
     */
    public String label(PageId page)
    {
        return page.isHome() ? page.space().path().get(page.space().path().size() - 1) : page.name();
    }

    /**
     * @param name a page of the suite, for example {@code Ask}
     * @return its URL
     */
    public String page(String name)
    {
        return this.services.links().view(suite(name));
    }

    /**
     * @param name a page of the suite
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return the URL of the page with these parameters
     */
    public String page(String name, Object... parameters)
    {
        return this.services.links().action(suite(name), "view", query(parameters));
    }

    /**
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return the relative URL of the current page with these parameters
     */
    public String here(Object... parameters)
    {
        StringBuilder link = new StringBuilder("?");
        query(parameters).forEach((name, value) -> link.append(link.length() > 1 ? "&" : "").append(TextTool.encode(name))
            .append('=').append(TextTool.encode(value)));
        return link.toString();
    }

    /**
     * @param id the id of what has the text
     * @param version its version, empty if the text never changes
     * @param text the text in wiki syntax
     * @param page its page
     * @return the text as HTML
     */
    public Html text(UUID id, String version, String text, PageId page)
    {
        return this.services.memberTexts().html(id, version, text, page);
    }

    /**
     * @param text the messages
     * @param question a question
     * @param community whether to name its community
     * @return its row in a list
     */
    public Html row(TextTool text, QuestionSummary question, boolean community)
    {
        return row("question/row", question, text, question.page(), question.created(), community);
    }

    /**
     * @param text the messages
     * @param hit a hit of a search
     * @return its row in a list
     */
    public Html row(TextTool text, Hit hit)
    {
        // All searches share the row of an item; only the snippet differs.
        Hit shared = new Hit(hit.item(), hit.snippet().value().isEmpty() ? Html.EMPTY : SNIPPET);
        String row = row("search/row", shared, text, hit.item().page(), hit.item().created(), false).value();
        int at = row.indexOf(SNIPPET.value());
        return new Html(at < 0 ? row : row.substring(0, at) + hit.snippet().value() + row.substring(at + SNIPPET.value().length()));
    }

    private Html row(String template, Object shown, TextTool text, PageId page, Instant created, boolean community)
    {
        return this.services.rows().print(new Rows.Row(template, shown, community, text.getLanguage(), text.getZone(),
            text.isZoned(), view(page), page("Questions"), Age.of(created, Instant.now())), this);
    }

    /**
     * @param field a text field
     * @return the field as HTML, in the reader's editor
     */
    public Html editor(Editor.Field field)
    {
        return this.services.editor().field(field);
    }

    /**
     * @param id the HTML id
     * @param name the name of the form field
     * @param text the initial text
     * @param rows the height in lines
     * @param maximum the maximum number of characters
     * @return a required text field for a text of the current page
     */
    public Html editor(String id, String name, String text, int rows, int maximum)
    {
        return editor(id, name, text, rows, maximum, this.services.requests().page().orElse(null));
    }

    /**
     * @param id the HTML id
     * @param name the name of the form field
     * @param text the initial text
     * @param rows the height in lines
     * @param maximum the maximum number of characters
     * @param page the page of the text, or the page that shows it; {@code null} if it is not known
     * @return a required text field
     */
    public Html editor(String id, String name, String text, int rows, int maximum, PageId page)
    {
        return editor(new Editor.Field(id, name, text, rows, maximum, page, true, null));
    }

    /**
     * @param id the HTML id
     * @param name the name of the form field
     * @param text the initial text
     * @param rows the height in lines
     * @param maximum the maximum number of characters
     * @param describedBy the id of the element that describes the field
     * @return a text field for a text of the current page, which may be left empty
     */
    public Html optionalEditor(String id, String name, String text, int rows, int maximum, String describedBy)
    {
        return editor(new Editor.Field(id, name, text, rows, maximum, this.services.requests().page().orElse(null), false,
            describedBy));
    }

    /**
     * @param person a person
     * @return one or two letters or digits of the name, {@code ?} if it has none
     */
    public String initials(Person person)
    {
        StringBuilder letters = new StringBuilder();
        for (String word : person.name().trim().split("[\\s._-]+")) {
            if (letters.codePointCount(0, letters.length()) < 2) {
                word.codePoints().filter(Character::isLetterOrDigit).findFirst()
                    .ifPresent(c -> letters.appendCodePoint(Character.toUpperCase(c)));
            }
        }
        return letters.isEmpty() ? "?" : letters.toString();
    }

    /**
     * @param person a person
     * @return the number of the person's colour, 0 to 7
     */
    public int hue(Person person)
    {
        return Math.floorMod(person.id().value().hashCode(), HUES);
    }

    /**
     * @param text the messages
     * @param at a moment
     * @return its age in words up to a month, then its date
     */
    public String ago(TextTool text, Instant at)
    {
        return Age.of(at, Instant.now()).words(text, at);
    }

    private PageId suite(String name)
    {
        return SpaceId.of(this.wiki, Suite.SPACE).page(name);
    }

    private static Map<String, String> query(Object... parameters)
    {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            Object value = parameters[i + 1];
            if (value != null && !value.toString().isEmpty()) {
                query.put(parameters[i].toString(), value.toString());
            }
        }
        return query;
    }
}
