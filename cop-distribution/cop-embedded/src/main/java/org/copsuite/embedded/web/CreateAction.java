/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageNames;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Shows the form for the title and the location of a new page, then redirects to the editor. */
@Component
@Named("create")
@Singleton
public class CreateAction extends PageAction
{
    private static final int NAME = 100;

    /** The types that have their own form, and the page of the suite with that form. */
    private static final Map<String, String> KINDS = Map.of("question", "Ask", "community", "NewCommunity");

    @Inject
    private Suite suite;

    @Inject
    private CommunityService communities;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        this.guard.requireAccount();
        String title = exchange.parameter("title").replaceAll("[\\p{Cntrl}]+", " ").strip();
        if (!exchange.isPost()) {
            SpaceId parent = this.guard.find(id(exchange)).isPresent() ? id(exchange).space() : Layout.MAIN.space();
            form(exchange, title, PlaceNames.of(parent), "", "");
            return;
        }
        String typedParent = exchange.parameter("parent").strip();
        String name = exchange.parameter("name").strip();
        Optional<SpaceId> parent = PageNames.space(typedParent, Layout.MAIN);
        Optional<String> form = suiteForm(exchange.parameter("kind"), title, parent);
        if (form.isPresent()) {
            this.layout.redirect(exchange, form.get(), "");
            return;
        }
        String wanted = name.isEmpty() ? name(title) : name;
        if (title.isEmpty() && name.isEmpty()) {
            form(exchange, title, typedParent, name, text("embedded.create.title.missing"));
        } else if (title.length() > EditForm.TITLE || wanted.isEmpty() || wanted.length() > NAME) {
            form(exchange, title, typedParent, name, text("embedded.create.name.wrong", NAME));
        } else if (!typedParent.isEmpty() && parent.isEmpty()) {
            form(exchange, title, typedParent, name, text("embedded.create.parent.wrong"));
        } else {
            create(exchange, title, typedParent, name,
                parent.orElse(new SpaceId(WikiOptions.WIKI, List.of())).child(wanted).home());
        }
    }

    /**
     * Questions and communities are created with the suite's own forms, which know that a question needs a community
     * and a community needs members.
     *
     * @return the URL of that form, empty for a plain page
     */
    private Optional<String> suiteForm(String kind, String title, Optional<SpaceId> parent)
    {
        if (!this.suite.isOn(WikiOptions.WIKI) || !KINDS.containsKey(kind)) {
            return Optional.empty();
        }
        Map<String, String> query = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            query.put("cop-title", title);
        }
        if ("question".equals(kind)) {
            parent.flatMap(space -> this.communities.around(this.guard.user(), space.home()))
                .ifPresent(community -> query.put("cop-community", community.id().toString()));
        }
        return Optional.of(this.links.action(SpaceId.of(WikiOptions.WIKI, Suite.SPACE).page(KINDS.get(kind)), "view", query));
    }

    private void create(Exchange exchange, String title, String parent, String name, PageId page)
        throws IOException
    {
        if (this.guard.isKnown(page)) {
            form(exchange, title, parent, name, text("embedded.create.exists"));
            return;
        }
        if (!this.guard.isOffered(page)) {
            form(exchange, title, parent, name, text("embedded.create.refused"));
            return;
        }
        this.layout.redirect(exchange, this.links.action(page, "edit", Map.of("title", title)), "");
    }

    private void form(Exchange exchange, String title, String parent, String name, String error) throws IOException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("title", title);
        values.put("parent", parent);
        values.put("name", name);
        values.put("error", error);
        values.put("suite", this.suite.isOn(WikiOptions.WIKI));
        values.put("mayFound", this.communities.mayFound(this.guard.user(), WikiOptions.WIKI));
        values.put("token", this.requests.token());
        this.layout.send(exchange,
            View.of(text("embedded.menu.create"), print("create", values)).with(error.isEmpty() ? 200 : 400));
    }

    /** @return a page name derived from the title, without characters that are hard to read in a URL */
    private static String name(String title)
    {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s/\\\\.:;%?#&\"'<>|*]+", " ")
            .strip();
        return plain.length() > NAME ? plain.substring(0, NAME).strip() : plain;
    }
}
