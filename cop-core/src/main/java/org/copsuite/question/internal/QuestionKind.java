/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.intake.PageKind;
import org.copsuite.intake.RightsOfRows;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ViewKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentPages.CommentedPost;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** What the page of a question means: that it was asked, its text, its tags, its community. */
@Component(roles = {PageKind.class, QuestionKind.class})
@Named(QuestionKind.TYPE)
@Singleton
public class QuestionKind implements PageKind
{
    /** The type of the object. */
    static final String TYPE = "question";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private PostRights rights;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private CommentPages comments;

    @Inject
    @Named(QuestionLedgerView.HINT)
    private QuestionLedgerView view;

    @Inject
    private RightsOfRows rightsOfRows;

    @Override
    public int order()
    {
        return 20;
    }

    @Override
    public Act act()
    {
        return QuestionActs.ASKED;
    }

    @Override
    public Optional<PageId> place(String wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(Statements.question(session, wiki, id))
            .filter(row -> !row.deleted).map(row -> PageId.parse(row.page)));
    }

    @Override
    public boolean isTaken(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return this.ledger.read(session -> {
            QuestionRow row = Statements.question(session, page.id().wiki(), id);
            return row != null && !row.deleted && row.version.equals(page.version())
                && row.page.equals(page.id().toString()) && this.comments.isTaken(session, page, row.comments);
        });
    }

    @Override
    public void take(Page page) throws CopException
    {
        UUID community = this.communities.holding(page.id()).orElseThrow(CopException::forbidden);
        Deed asking = Deed.of(page.id().wiki(), page.firstAuthor(), QuestionActs.ASKED, page.object().orElseThrow().id())
            .in(community).at(page.created());
        this.ledger.record(recording -> {
            recording.flush();
            if (Statements.entry(recording.session(), asking).isEmpty()) {
                this.rights.takePart(page.firstAuthor(), page.id());
                this.questionPages.write(recording.session(), page, asking.subject(), community);
                recording.append(asking);
            } else {
                update(recording, page, asking);
            }
            recording.flush();
            QuestionRow row = Statements.question(recording.session(), asking.wiki(), asking.subject());
            this.comments.take(recording, page, CommentedPost.of(row));
            return null;
        });
    }

    private void update(Ledger.Recording recording, Page page, Deed asking)
    {
        Session session = recording.session();
        QuestionRow before = Statements.question(session, asking.wiki(), asking.subject());
        if (before == null) {
            this.view.rebuild(session, asking.wiki(), asking.subject().toString());
            return;
        }
        QuestionRow after = this.questionPages.write(session, page, before.id, asking.community());
        if (before.deleted) {
            recording.append(deed(before, after, QuestionActs.RESTORED, page));
        }
        if (!before.community.equals(after.community)) {
            recording.append(deed(before, after, QuestionActs.MOVED, page).saying(before.community.toString()));
        }
        if (!before.title.equals(after.title) || !before.body.equals(after.body) || !before.tags.equals(after.tags)) {
            recording.append(deed(before, after, QuestionActs.EDITED, page).at(page.updated()).saying(page.version())
                .occurrence(page.version() + '@' + page.updated().toEpochMilli()));
        }
    }

    /** A deed that can be done again; whether it is to be done was decided under the lock of the ledger. */
    private static Deed deed(QuestionRow before, QuestionRow after, Act act, Page page)
    {
        return Deed.of(before.wiki, page.author(), act, before.id).in(after.community)
            .benefiting(new UserId(before.author)).occurrence(UUID.randomUUID().toString());
    }

    @Override
    public void gone(String wiki, UUID id, UserId actor, Instant at)
    {
        this.ledger.write(recording -> {
            recording.flush();
            QuestionRow row = Statements.question(recording.session(), wiki, id);
            if (row != null && !row.deleted) {
                recording.append(Deed.of(wiki, actor, QuestionActs.DELETED, id).in(row.community)
                    .benefiting(new UserId(row.author)).at(at).occurrence(UUID.randomUUID().toString()));
            }
        });
    }

    @Override
    public void learnRights(SpaceId space)
    {
        this.rightsOfRows.learn(space, "QuestionRow", QuestionPages::learnQuestion);
    }

    @Override
    public List<UUID> present(String wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> ViewKeys.present(session, wiki, after, limit, "QuestionRow"));
    }
}
