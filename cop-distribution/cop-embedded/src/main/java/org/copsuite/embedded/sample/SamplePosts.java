/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.intake.PageKind;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionService;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * Writes questions, answers, comments and votes with the dates that the samples give them: pages that arrive with a
 * past date, as an import's do, and rows of the ledger.
 */
@Component(roles = SamplePosts.class)
@Singleton
public class SamplePosts
{
    private static final String BY = "By";

    private static final String AT = "At";

    private static final String TITLE = "Title";

    /** Votes come one after the other, so long apart. */
    private static final Duration BETWEEN_VOTES = Duration.ofMinutes(47);

    @Inject
    private Pages pages;

    @Inject
    private Ledger ledger;

    @Inject
    private QuestionService questions;

    @Inject
    @Named("question")
    private PageKind questionPages;

    @Inject
    @Named("answer")
    private PageKind answerPages;

    SamplePost ask(SampleSection section, CommunityView community, Instant now) throws CopException
    {
        UUID id = SampleThreads.id(section.get("Key"));
        String slug = section.get(TITLE).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        SpaceId space = community.space().child("Questions")
            .child(slug.substring(0, Math.min(40, slug.length())).replaceAll("-$", "") + '-' + shortened(id));
        UserId asker = Account.idOf(section.get(BY));
        SamplePost post =
            new SamplePost(id, id, community.id(), space.home(), asker, asker, section.time(AT, now));
        save(post, section.get(TITLE), section.text(), "question",
            Map.of("tags", String.join(" ", section.words("Tags"))), this.questionPages);
        vote(section, post, now);
        for (int i = 0; i < Integer.parseInt(section.get("Views")); i++) {
            this.questions.viewed(UserId.GUEST, "sample-" + i, new PostId(id));
        }
        return post;
    }

    SamplePost answer(SampleSection section, SamplePost question, Instant now) throws CopException
    {
        UserId author = Account.idOf(section.get(BY));
        Instant at = section.time(AT, now);
        UUID id = SampleThreads.id(question.id() + "/" + section.get(BY) + '/' + section.get(AT));
        PageId page = question.page().space().page("Answer-" + shortened(id));
        SamplePost post =
            new SamplePost(id, question.id(), question.community(), page, author, question.asker(), at);
        save(post, "", section.text(), "answer", Map.of(), this.answerPages);
        vote(section, post, now);
        if (section.has("Accepted")) {
            record(List.of(deed(post, question.asker(), QuestionActs.ACCEPTED, section.time("Accepted", now))
                .saying(question.id().toString()).occurrence("sample")));
        }
        return post;
    }

    void comment(SampleSection section, SamplePost post, Instant now) throws CopException
    {
        UserId author = Account.idOf(section.get(BY));
        Instant at = section.time(AT, now);
        UUID id = SampleThreads.id(post.id() + "/" + section.get(BY) + '/' + section.get(AT));
        this.pages.comment(post.page(), new Pages.PageComment(id, author, at, section.text()));
        record(List.of(Deed.of(WikiOptions.WIKI, author, QuestionActs.COMMENTED, id).at(at).in(post.community())
            .benefiting(post.author()).saying(post.id().toString())));
    }

    void close(SampleSection section, UUID community, Instant now) throws CopException
    {
        List<String> words = section.words("Closed");
        UUID question = SampleThreads.id(section.get("Key"));
        UUID other = SampleThreads.id(words.get(3));
        record(List.of(Deed.of(WikiOptions.WIKI, Account.idOf(words.get(0)), QuestionActs.CLOSED, question)
            .at(SampleSection.time(words.subList(1, 3), now)).in(community)
            .saying("duplicate " + other).occurrence("sample")));
    }

    private void vote(SampleSection section, SamplePost post, Instant now) throws CopException
    {
        List<Deed> deeds = new ArrayList<>();
        Instant at = post.at();
        for (String field : List.of("Up", "Down")) {
            for (String login : section.words(field)) {
                at = at.plus(BETWEEN_VOTES);
                UserId voter = Account.idOf(login);
                deeds.add(deed(post, voter, QuestionActs.VOTED, at.isBefore(now) ? at : now)
                    .weighing("Up".equals(field) ? 1 : -1).occurrence(voter + "/sample"));
            }
        }
        record(deeds);
    }

    private static Deed deed(SamplePost post, UserId actor, Act act, Instant at)
    {
        return Deed.of(WikiOptions.WIKI, actor, act, post.id()).at(at).in(post.community())
            .benefiting(post.author());
    }

    private void save(SamplePost post, String title, String body, String type, Map<String, String> properties,
        PageKind kind) throws CopException
    {
        if (this.pages.load(post.page()).isPresent()) {
            return;
        }
        boolean hidden = !post.id().equals(post.question());
        try {
            kind.take(this.pages.save(new PageDraft(post.page(), title, body, post.author(), post.at(),
                new PageObject(type, post.id(), properties), hidden, "", false, null)));
        } catch (StaleVersionException e) {
            throw new IllegalStateException("Somebody else writes the samples at the same time.", e);
        }
    }

    private void record(List<Deed> deeds) throws CopException
    {
        this.ledger.record(recording -> {
            deeds.forEach(recording::append);
            return null;
        });
    }

    private static String shortened(UUID id)
    {
        return id.toString().substring(0, 8);
    }
}
