/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Delegates to the readers of threads and lists, which read from the projections, and checks permissions. */
@Component
@Singleton
public class DefaultQuestionQueries implements QuestionQueries
{
    @Inject
    private Requests requests;

    @Inject
    private PostRepository posts;

    @Inject
    private PostRights rights;

    @Inject
    private QuestionLists lists;

    @Inject
    private QuestionPageReader pages;

    @Override
    public QuestionView question(UserId reader, PostId question, ThreadQuery query) throws CopException
    {
        return this.pages.read(reader, this.requests.wiki(), question.value(), query);
    }

    @Override
    public SinglePost post(UserId reader, PostId post, UUID comment) throws CopException
    {
        PostRepository.WithText found = this.posts.visibleWithText(reader, this.requests.wiki(), post.value());
        return new SinglePost(found.post().ref(), this.pages.post(reader, found, comment));
    }

    @Override
    public Slice<CommentView> comments(UserId reader, PostId post, String after) throws CopException
    {
        return this.pages.comments(reader, this.posts.visible(reader, this.requests.wiki(), post.value()), after);
    }

    @Override
    public PostRef at(UserId reader, PageId page) throws CopException
    {
        return this.posts.at(page)
            .filter(p -> this.rights.mayView(reader, page) && this.rights.mayView(reader, p.questionPage()))
            .map(StoredPost::ref).orElseThrow(CopException::notFound);
    }

    @Override
    public Optional<PostRef> deletedAnswer(UserId reader, PageId page)
    {
        return this.posts.deletedAnswer(page).filter(p -> this.rights.mayView(reader, p.questionPage()))
            .map(StoredPost::ref);
    }

    @Override
    public PostRef find(UserId reader, PostId post) throws CopException
    {
        return this.posts.visible(reader, this.requests.wiki(), post.value()).ref();
    }

    @Override
    public Slice<QuestionSummary> list(UserId reader, ListQuery query) throws CopException
    {
        return this.lists.list(reader, query);
    }

    @Override
    public Questions about(UserId reader, PageId page, int limit)
    {
        return this.lists.about(reader, page, limit);
    }

    @Override
    public Questions answered(UserId reader, WikiId wiki, UserId person, int limit)
    {
        return this.lists.answered(reader, wiki, person, limit);
    }

    @Override
    public Map<PostId, QuestionSummary> summaries(UserId reader, WikiId wiki, Collection<PostId> questions)
    {
        return this.lists.summaries(reader, wiki, questions);
    }

    @Override
    public List<TagCount> tags(UserId reader, WikiId wiki, CommunityId community, String prefix, int limit)
    {
        return this.lists.tags(reader, wiki, community, prefix, limit);
    }
}
