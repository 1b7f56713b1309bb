/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ItemLinks;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/**
 * Shows a page. A page with an object of the suite is shown through the sheet of its type, if an administrator is the
 * author of the sheet. {@code ?sheet=} shows the content of the page instead.
 */
@Component
@Named("view")
@Singleton
public class ViewAction extends PageAction
{
    private static final SpaceId SHEETS = SpaceId.of(WikiOptions.WIKI, Suite.SPACE);

    private static final PageId PERSON_SHEET = SHEETS.page("PersonSheet");

    @Inject
    private PageRenderer renderer;

    @Inject
    private Accounts accounts;

    @Inject
    private AboutPanel about;

    @Inject
    private Suite suite;

    @Inject
    private Provider<QuestionQueries> questions;

    @Inject
    private AttachmentLists attachments;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        PageId id = id(exchange);
        // Check with the reader's rights: the response time must not reveal whether a hidden page exists.
        if (this.guard.find(id).isEmpty() && redirectToQuestion(exchange, id)) {
            return;
        }
        Page now = viewable(id);
        String version = exchange.parameter("rev");
        if (!version.isEmpty()) {
            old(exchange, version(id, version), now);
            return;
        }
        Html content = content(exchange, now);
        Html files = now.object().isEmpty() ? this.attachments.panel(now) : Html.EMPTY;
        this.layout.send(exchange,
            new View(200, Layout.title(now),
                new Html(content.value() + files.value() + this.about.below(now).value()), now, true));
    }

    /** Redirects the URL of a deleted answer to its question, which explains the deletion. */
    private boolean redirectToQuestion(Exchange exchange, PageId id) throws IOException
    {
        Optional<PostRef> deleted = this.suite.isOn(WikiOptions.WIKI)
            ? this.questions.get().deletedAnswer(this.guard.user(), id) : Optional.empty();
        if (deleted.isPresent()) {
            this.layout.redirect(exchange, this.links.action(deleted.get().questionPage(), "view",
                Map.of(ItemLinks.SHOW, deleted.get().id().toString())), "");
        }
        return deleted.isPresent();
    }

    private Html content(Exchange exchange, Page page)
    {
        boolean raw = exchange.request().getParameter("sheet") != null && exchange.parameter("sheet").isEmpty();
        Optional<Page> sheet = raw ? Optional.empty() : page.object().flatMap(this::sheet);
        if (sheet.isPresent()) {
            return this.renderer.content(sheet.get(), page.id());
        }
        Html content = wrap(this.renderer.content(page));
        Optional<Account> account = page.id().space().equals(Account.SPACE)
            ? this.accounts.byLogin(page.id().name()).filter(found -> found.profile().equals(page.id()))
            : Optional.empty();
        return account.isEmpty() ? content : profile(account.get(), content, page);
    }

    private static Html wrap(Html content)
    {
        return new Html("<div class=\"wiki-content\">" + content.value() + "</div>");
    }

    private Html profile(Account account, Html about, Page page)
    {
        Map<String, Object> values = new HashMap<>();
        boolean own = account.id().equals(this.guard.user());
        values.put("account", account);
        values.put("about", page.content().isBlank() ? Html.EMPTY : about);
        values.put("avatar", account.avatar() == null ? ""
            : this.links.action(page.id(), "avatar", Map.of("v", account.avatar())));
        values.put("own", own);
        values.put("email", own || this.guard.isAdministrator());
        values.put("sheet", trusted(PERSON_SHEET).filter(sheet -> this.suite.isOn(WikiOptions.WIKI))
            .map(sheet -> this.renderer.content(sheet, page.id())).orElse(Html.EMPTY));
        return print("person", values);
    }

    private Optional<Page> sheet(PageObject object)
    {
        String type = object.type();
        if (!type.matches("[a-z][a-z-]{0,40}")) {
            return Optional.empty();
        }
        return trusted(SHEETS.page(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "Sheet"));
    }

    private Optional<Page> trusted(PageId sheet)
    {
        return this.pages.load(sheet).filter(page -> this.renderer.isTrusted(page.author()));
    }

    private void old(Exchange exchange, Page old, Page now) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("old", old);
        values.put("content", this.renderer.content(old));
        values.put("now", this.links.view(now.id()));
        values.put("history", url(now.id(), "history"));
        values.put("restore", this.guard.mayEdit(now.id()) ? url(now.id(), "restore") : "");
        values.put("version", now.version());
        values.put("token", values.get("restore").equals("") ? "" : this.requests.token());
        this.layout.send(exchange, View.of(Layout.title(old), print("old", values), now));
    }
}
