/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rules;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;

/** What strangers and members may not view, and a name of the same length that nothing has. */
final class Vault
{
    static final String HIDDEN = "Vaulted";

    static final String INVENTED = "Vaunted";

    static final SpaceId VAULT = SpaceId.of(new WikiId("xwiki"), HIDDEN);

    /** An open community. */
    static final UUID OPEN = UUID.randomUUID();

    private final Site site;

    private final List<String> ids = new ArrayList<>();

    Vault(Site site)
    {
        this.site = site;
    }

    /** @return the ids of the private community, of a question in it, and of an answer */
    List<String> ids()
    {
        return List.copyOf(this.ids);
    }

    void fill() throws Exception
    {
        this.site.get(Rules.class).set(VAULT, List.of(new Rule(new Rule.User(Account.idOf("ada")),
            Set.of(Right.VIEW, Right.COMMENT, Right.EDIT))));
        this.site.write(VAULT.home(), "Title of the vault", "A treasure", "ada");
        this.site.write(VAULT.page("Plan"), "Title of the plan", "A treasure", "ada");
        this.site.write(VAULT.page("Plan"), "Title of the plan", "Another treasure", "ada");
        this.site.get(Attachments.class).add(VAULT.page("Plan"), "map.png",
            FileContent.of(new byte[] {1, 2, 3}), Account.idOf("ada"));
        this.site.write(VAULT.child("Depot").home(), "Title of the depot", "A treasure", "ada");
        // Pages that stood in public once.
        SpaceId was = SpaceId.of(new WikiId("xwiki"), "Was" + HIDDEN);
        this.site.write(was.home(), "Title of the moved one", "A treasure", "ada");
        this.site.write(was.page("Page"), "Title of the moved page", "A treasure", "ada");
        this.site.get(Pages.class).move(was.page("Page"), VAULT.page("MovedPage"), Account.idOf("ada"));
        this.site.get(Pages.class).move(was.home(), VAULT.child("Moved").home(), Account.idOf("ada"));
        as("root", () -> {
            CommunityService communities = this.site.get(CommunityService.class);
            UUID id = UUID.randomUUID();
            communities.found(Account.idOf("root"),
                new CommunityDraft(new CommunityId(id), new WikiId("xwiki"), HIDDEN, "A treasure", List.of(),
                    CommunityService.Visibility.PRIVATE));
            Post question = this.site.get(QuestionService.class).ask(Account.idOf("root"),
                new Ask(UUID.randomUUID(), new CommunityId(id), "How is the treasure dug out?",
                    "Tell me of the treasure.",
                    List.of("treasure"), null));
            Post answer = this.site.get(QuestionService.class).answer(Account.idOf("root"), question.id(),
                UUID.randomUUID(), "With the spade of the treasure.");
            communities.found(Account.idOf("root"),
                new CommunityDraft(new CommunityId(OPEN), new WikiId("xwiki"), "Open to everybody", "", List.of(),
                    CommunityService.Visibility.OPEN));
            this.site.get(QuestionService.class).ask(Account.idOf("ada"), new Ask(UUID.randomUUID(),
                new CommunityId(OPEN), "What does this page mean by its words?", "I do not understand it.", List.of(),
                VAULT.page("Plan")));
            this.ids.addAll(List.of(id.toString(), question.id().toString(), answer.id().toString()));
            return null;
        });
    }

    /**
     * Asks in the open community.
     *
     * @return the page of the question
     */
    PageId ask(String title, String body) throws Exception
    {
        return as("ada", () -> this.site.get(QuestionService.class).ask(Account.idOf("ada"), new Ask(UUID.randomUUID(),
            new CommunityId(OPEN), title, body, List.of(), null)).page());
    }

    private <T> T as(String login, Callable<T> work) throws Exception
    {
        return this.site.get(People.class).as(Account.idOf(login), work::call);
    }

    Browser browser(String who)
    {
        return "guest".equals(who) ? this.site.guest() : this.site.as(who);
    }

    String said(String who, String method, String address, Map<String, String> headers, String name)
    {
        Browser browser = browser(who);
        HttpRequest.Builder request = browser.request(address).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return shape(browser.exchange(request.build()), name);
    }

    /** An answer with the name that was asked for made the same, and what differs with each answer. */
    static String shape(HttpResponse<String> answer, String name)
    {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.computeIfPresent("set-cookie", (key, value) -> List.of("a cookie"));
        // A feed's is a digest of its body, which is compared below and repeats the address that was asked for.
        headers.computeIfPresent("etag", (key, value) -> List.of("a digest"));
        String body = answer.body().replaceAll("(name=\"form_token\" value=\"|\"token\":\")[^\"]+", "$1TOKEN")
            .replaceAll("(name=\"id\" value=\"|data-cop-post=\"|<id>urn:uuid:)[0-9a-f-]{36}", "$1ID");
        // Whole words: the help of the macros has words that begin with a name.
        return (answer.statusCode() + "\n" + headers + "\n\n" + body).replaceAll("(?i)" + Pattern.quote(name) + "(?![a-z])", "NAME");
    }
}
