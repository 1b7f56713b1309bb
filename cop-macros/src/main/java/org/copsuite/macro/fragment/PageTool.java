/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.copsuite.macro.template.TextTool;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.ThreadLinks;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;

/** What our templates need beside their values: links, form fields, rendered text, readable times. Printed by {@code $cop}. */
public final class PageTool
{
    private static final int HUES = 8;

    private final PageServices services;

    private final String wiki;

    private final UserId user;

    /** @param services what the tool asks */
    PageTool(PageServices services)
    {
        this.services = services;
        this.wiki = services.requests().wiki();
        this.user = services.people().current();
    }

    /** @return the id of the wiki */
    public String getWiki()
    {
        return this.wiki;
    }

    /** @return who reads */
    public UserId getUser()
    {
        return this.user;
    }

    /** @return whether nobody has signed in */
    public boolean isGuest()
    {
        return this.user.isGuest();
    }

    /** @return whether the wiki's pages are still being read, so that lists may lack what pages hold */
    public boolean isReadingPages()
    {
        return this.services.synchroniser().get().isFirstReconciliationPending(this.wiki);
    }

    /** @return the form token of the session */
    public String getToken()
    {
        return this.services.requests().token();
    }

    /** @return a fresh id for what a form is about to create */
    public String newId()
    {
        return UUID.randomUUID().toString();
    }

    /** @return where one signs in */
    public String getSignIn()
    {
        return this.services.links().signIn();
    }

    /**
     * @param path below our REST root, starting with a slash, perhaps with a query
     * @return where it answers
     */
    public String rest(String path)
    {
        int query = path.indexOf('?');
        return query < 0 ? this.services.links().rest(this.wiki, path)
            : this.services.links().rest(this.wiki, path.substring(0, query)) + path.substring(query);
    }

    /**
     * @param page any page
     * @return where it is viewed
     */
    public String view(PageId page)
    {
        return this.services.links().view(page);
    }

    /**
     * @param notice a notice
     * @return where it leads: to the answer or comment that it is about
     */
    public String view(NoticeView notice)
    {
        return ThreadLinks.url(this.services.links(), notice.page(), notice.anchor());
    }

    /**
     * @param page any page
     * @param action what to do there
     * @return where it is done
     */
    public String action(PageId page, String action)
    {
        return this.services.links().action(page, action, Map.of());
    }

    /**
     * @param page any page
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return where the page is viewed so
     */
    public String view(PageId page, Object... parameters)
    {
        return this.services.links().action(page, "view", query(parameters));
    }

    /**
     * @param page any page
     * @return its name, or that of its space for a home page
     */
    public String label(PageId page)
    {
        return page.isHome() ? page.space().path().get(page.space().path().size() - 1) : page.name();
    }

    /**
     * @param name a page of the suite, for example {@code Ask}
     * @return where it is viewed
     */
    public String page(String name)
    {
        return this.services.links().view(suite(name));
    }

    /**
     * @param name a page of the suite
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return where it is viewed so
     */
    public String page(String name, Object... parameters)
    {
        return this.services.links().action(suite(name), "view", query(parameters));
    }

    /**
     * @param parameters names and values of query parameters in turn; one without a value is left out
     * @return a link to the page shown now, with these parameters
     */
    public String here(Object... parameters)
    {
        StringBuilder link = new StringBuilder("?");
        query(parameters).forEach((name, value) -> link.append(link.length() > 1 ? "&" : "").append(TextTool.encode(name))
            .append('=').append(TextTool.encode(value)));
        return link.toString();
    }

    /**
     * @param post a question or an answer
     * @return its text
     */
    public Html text(PostView post)
    {
        return this.services.memberTexts().html(post.id().value(), post.version(), post.body(), post.page());
    }

    /**
     * @param text the messages
     * @param question a question
     * @param community whether to name its community
     * @return its row in a list
     */
    public Html row(TextTool text, QuestionSummary question, boolean community)
    {
        return row("question/row", question, text, question, community);
    }

    /**
     * @param text the messages
     * @param hit what was found
     * @return its row in a list
     */
    public Html row(TextTool text, Hit hit)
    {
        return row("search/row", hit, text, hit.question(), false);
    }

    private Html row(String template, Object shown, TextTool text, QuestionSummary question, boolean community)
    {
        return this.services.rows().print(new Rows.Row(template, shown, community, text.getLanguage(), text.getZone(),
            text.isZoned(), view(question.page()), page("Questions"), Age.of(question.created(), Instant.now())), this);
    }

    /**
     * @param comment a comment
     * @param page the page that it is on
     * @return its text
     */
    public Html text(CommentView comment, PageId page)
    {
        return this.services.memberTexts().html(comment.id(), "", comment.text(), page);
    }

    /**
     * @param field an editing field
     * @return the field in the reader's editor
     */
    public Html editor(Editor.Field field)
    {
        return this.services.editor().field(field);
    }

    /**
     * @param id the HTML id
     * @param name the form field
     * @param text what it holds at first
     * @param rows its height
     * @param maximum how many characters it takes
     * @return a required editing field
     */
    public Html editor(String id, String name, String text, int rows, int maximum)
    {
        return editor(id, name, text, rows, maximum, this.services.requests().page().orElse(null));
    }

    /**
     * @param id the HTML id
     * @param name the form field
     * @param text what it holds at first
     * @param rows its height
     * @param maximum how many characters it takes
     * @param page the page that the text is on, or that shows it; {@code null} where it is not known
     * @return a required editing field
     */
    public Html editor(String id, String name, String text, int rows, int maximum, PageId page)
    {
        return editor(new Editor.Field(id, name, text, rows, maximum, page, true, null));
    }

    /**
     * @param person who
     * @return one or two letters of the name
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
     * @param person who
     * @return a number that stands for the person's colour
     */
    public int hue(Person person)
    {
        return Math.floorMod(person.id().value().hashCode(), HUES);
    }

    /**
     * @param text the messages
     * @param at a moment
     * @return how long ago that is, in words, up to a month; then the day
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
