/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.PlainText;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.Settings;
import org.copsuite.embedded.store.SignInAttempts;
import org.copsuite.macro.template.Templates;
import org.copsuite.notice.NoticeService;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Prints the head, the menus and the panels of the wiki around the output of an action, and sends the page. */
@Component(roles = Layout.class)
@Singleton
public class Layout
{
    /** The main page, shown at {@code /}. */
    static final PageId MAIN = SpaceId.of(WikiOptions.WIKI, "Main").home();

    /** The home page of the suite. */
    private static final PageId SUITE = SpaceId.of(WikiOptions.WIKI, Suite.SPACE).home();

    /** The page with a person's notices. */
    private static final PageId BELL = SUITE.space().page("Notices");

    private static final List<String> DONE = List.of("saved", "created", "moved", "copied", "deleted", "restored",
        "uploaded", "removed", "profile", "password", "avatar", "account", "group", "rights", "settings", "signed-out");

    @Inject
    private Templates templates;

    @Inject
    private Links links;

    @Inject
    private People people;

    @Inject
    private Requests requests;

    @Inject
    private Texts texts;

    @Inject
    private Pages pages;

    @Inject
    private PageStore store;

    @Inject
    private Settings settings;

    @Inject
    private Suite switches;

    @Inject
    private Guard guard;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private Accounts accounts;

    @Inject
    private Resources resources;

    @Inject
    private SpacePanel panel;

    @Inject
    private NoticeService notices;

    /**
     * @return the URL of the start page: the main page, or the home page of the suite while the main page does not
     *         exist
     */
    String home()
    {
        return this.links.view(this.store.exists(MAIN) || !this.store.exists(SUITE) ? MAIN : SUITE);
    }

    /**
     * A step of the breadcrumbs.
     *
     * @param label the title of the page or space
     * @param url the URL, {@code null} for the current page and for pages that the reader cannot view
     */
    public record Step(String label, String url)
    {
    }

    /**
     * Renders a template.
     *
     * @param template the name of the template below {@code embedded/}
     * @param values the values for the template
     * @return the HTML
     */
    Html print(String template, Map<String, ?> values)
    {
        return this.templates.render("embedded/" + template, values);
    }

    /**
     * @param key a translation key
     * @param arguments the arguments of the message
     * @return the message in the reader's language
     */
    String text(String key, Object... arguments)
    {
        return this.texts.text(this.requests.locale(), key, arguments);
    }

    /**
     * Sends a whole page.
     *
     * @param exchange the exchange
     * @param view the content of the page
     * @throws IOException if the browser has disconnected
     */
    void send(Exchange exchange, View view) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        PageId id = view.page() == null ? null : view.page().id();
        values.put("title", view.title());
        values.put("content", view.content());
        values.put("page", view.page());
        values.put("reading", view.reading());
        values.put("wikiName", this.settings.get(Settings.WIKI_NAME).orElse(text("embedded.wiki.name")));
        values.put("styles", styles(exchange));
        values.put("modules", modules(exchange));
        values.put("home", home());
        boolean suite = this.switches.isOn(WikiOptions.WIKI) && this.store.exists(SUITE)
            && this.guard.may(Right.VIEW, SUITE);
        values.put("suite", suite ? this.links.view(SUITE) : "");
        values.put("notices", this.links.view(BELL));
        values.put("unread", this.notices.knownUnread(this.guard.user(), WikiOptions.WIKI));
        values.put("way", id == null ? List.of() : way(view.page()));
        values.put("person", this.people.find(this.guard.user()).orElse(null));
        values.put("administrator", this.guard.isAdministrator());
        values.put("token", this.guard.user().isGuest() ? "" : this.requests.token());
        values.put("signIn", this.links.signIn());
        values.put("query", "");
        values.put("menu", id != null && view.reading() ? menu(view.page()) : null);
        values.put("done", done(exchange.parameter("done")));
        boolean beside = id != null && view.reading() && view.page().object().isEmpty()
            && !id.space().equals(Account.SPACE) && !id.space().equals(SUITE.space());
        values.put("children", beside ? this.panel.around(id) : List.of());
        html(exchange, view.status(), this.templates.render("embedded/layout", values));
    }

    private List<String> styles(Exchange exchange)
    {
        List<String> styles = new ArrayList<>();
        styles.add(this.resources.library("bootstrap", "3.4.1", "css/bootstrap.min.css"));
        styles.add(this.resources.library("font-awesome", "4.7.0", "css/font-awesome.min.css"));
        styles.add(this.resources.skin("wiki.css"));
        exchange.resources().stream().filter(path -> path.endsWith(".css")).map(this.resources::suite)
            .forEach(styles::add);
        return styles;
    }

    private List<String> modules(Exchange exchange)
    {
        List<String> modules = new ArrayList<>();
        modules.add(this.resources.skin("wiki.js"));
        exchange.resources().stream().filter(path -> path.endsWith(".js")).map(this.resources::suite)
            .forEach(modules::add);
        return modules;
    }

    /** @return the message about the last action, empty for an unknown one */
    private String done(String done)
    {
        if ("attempts".equals(done)) {
            return this.attempts.reported(this.guard.user()).map(failed -> text("embedded.done.attempts", failed.count(),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(this.requests.locale()).withZone(zone()).format(failed.last()))).orElse("");
        }
        return DONE.contains(done) ? text("embedded.done." + done) : "";
    }

    private ZoneId zone()
    {
        return this.accounts.find(this.guard.user()).map(Account::zone).orElse(ZoneOffset.UTC);
    }

    /** @return the URLs of the actions that the person may perform on the page, by name */
    private Map<String, String> menu(Page page)
    {
        PageId id = page.id();
        Map<String, String> menu = new HashMap<>();
        if (this.guard.mayEdit(id)) {
            menu.put("edit", action(id, "edit"));
        }
        if (this.guard.may(Right.EDIT, id)) {
            menu.put("create", this.links.action(id, "create", Map.of()));
        }
        if (this.guard.mayMove(id)) {
            menu.put("move", action(id, "move"));
        }
        if (!this.guard.user().isGuest()) {
            menu.put("copy", action(id, "copy"));
        }
        if (this.guard.mayDelete(page)) {
            menu.put("delete", action(id, "delete"));
        }
        menu.put("history", action(id, "history"));
        menu.put("raw", action(id, "raw"));
        menu.put("attachments", action(id, "attachments"));
        return menu;
    }

    private String action(PageId page, String action)
    {
        return this.links.action(page, action, Map.of());
    }

    private List<Step> way(Page page)
    {
        List<Step> way = new ArrayList<>();
        way.add(new Step(text("embedded.home"), home()));
        SpaceId space = page.id().space();
        for (int i = 1; i <= space.path().size(); i++) {
            PageId home = new SpaceId(space.wiki(), space.path().subList(0, i)).home();
            if (!home.equals(page.id()) && !home.equals(MAIN)) {
                way.add(step(home));
            }
        }
        if (!page.id().equals(MAIN)) {
            way.add(new Step(title(page), null));
        }
        return way;
    }

    /**
     * Uses the title and the URL of the space's home page if the reader may view it. Otherwise it uses only the name,
     * which the URL of the page already contains.
     */
    private Step step(PageId home)
    {
        Optional<Page> page = this.guard.may(Right.VIEW, home) ? this.pages.load(home) : Optional.empty();
        return page.map(found -> new Step(title(found), this.links.view(home)))
            .orElseGet(() -> new Step(name(home), null));
    }

    /**
     * @param page a page
     * @return its title, or its name if the title is blank
     */
    static String title(Page page)
    {
        return title(page.id(), page.title());
    }

    /**
     * @param page a page
     * @param title the title as it is stored
     * @return the title to show, or the name of the page if the title is blank; without characters that change the text
     *         direction of their surroundings
     */
    static String title(PageId page, String title)
    {
        return title.isBlank() ? name(page) : PlainText.undirected(title);
    }

    /**
     * @param page a page
     * @return its name; for a home page the name of the space
     */
    static String name(PageId page)
    {
        List<String> path = page.space().path();
        return PlainText.undirected(page.isHome() ? path.get(path.size() - 1) : page.name());
    }

    /**
     * Sends HTML.
     *
     * @param exchange the exchange
     * @param status the HTTP status
     * @param html a whole page or a fragment
     * @throws IOException if the browser has disconnected
     */
    void html(Exchange exchange, int status, Html html) throws IOException
    {
        HttpServletResponse response = exchange.response();
        byte[] bytes = html.value().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", text("embedded.language"));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /**
     * Redirects the browser after a successful action.
     *
     * @param exchange the exchange
     * @param url a host-relative URL
     * @param done the name of the action, for a message on the next page; may be empty
     */
    void redirect(Exchange exchange, String url, String done)
    {
        HttpServletResponse response = exchange.response();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        String more = done.isEmpty() ? "" : (url.contains("?") ? "&done=" : "?done=") + done;
        response.setHeader("Location", url + more);
    }

    /**
     * Sends the reason why a request is refused.
     *
     * @param exchange the exchange
     * @param refusal the reason
     * @throws IOException if the browser has disconnected
     */
    void refuse(Exchange exchange, WebException refusal) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        int status = refusal.getStatus();
        values.put("status", status);
        values.put("message", text(refusal.getKey(), refusal.getArguments()));
        values.put("guest", this.guard.user().isGuest());
        values.put("signIn", this.links.signIn());
        values.put("home", home());
        values.put("kept", kept(exchange, status));
        values.put("create", status == HttpServletResponse.SC_NOT_FOUND ? createUrl(exchange) : "");
        String title = text(switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "embedded.error.missing.title";
            case HttpServletResponse.SC_FORBIDDEN -> "embedded.error.forbidden.title";
            default -> status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "embedded.error.internal.title"
                : "embedded.error.title";
        });
        exchange.resources().clear();
        send(exchange, View.of(title, print("error", values)).with(status));
    }

    /**
     * @return the submitted content of a POST that is refused with status 403, for example because the session has
     *         expired, so that the author does not lose it; empty for other requests
     */
    private static String kept(Exchange exchange, int status)
    {
        boolean readable = exchange.isPost() && status == HttpServletResponse.SC_FORBIDDEN;
        return readable ? exchange.parameter("content") : "";
    }

    private String createUrl(Exchange exchange)
    {
        return exchange.page().filter(page -> exchange.request().getRequestURI().startsWith("/bin/view/"))
            .filter(page -> !this.guard.isKnown(page)).filter(this.guard::isOffered)
            .map(page -> action(page, "edit")).orElse("");
    }
}
