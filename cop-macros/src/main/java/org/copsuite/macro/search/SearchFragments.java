/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints search results, similar questions and tags. */
@Component(roles = SearchFragments.class)
@Singleton
public class SearchFragments
{
    private static final int RELATED = 6;

    /** The maximum number of characters of a search in a sentence. */
    private static final int SHOWN = 100;

    private static final String TAGS = "tags";

    @Inject
    private Printer printer;

    @Inject
    private Provider<SearchService> searchService;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * Prints the search form and the hits.
     *
     * @param text the words, may be empty for only the form
     * @param community the community, {@code null} for all
     * @param tag the tag, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of hits
     * @return the form and the hits
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; UNAVAILABLE if the
     *            search fails
     */
    public Html search(String text, CommunityId community, String tag, String after, int limit) throws CopException
    {
        CommunityView inside = community == null ? null
            : this.communities.get().get(this.printer.reader(), this.printer.wiki(), community);
        Slice<Hit> hits = text.isBlank() ? null : this.searchService.get().search(this.printer.reader(),
            new Search(this.printer.wiki(), text, community, tag, after, limit));
        // What is too long to be searched is not repeated either.
        String query = text.substring(0, Math.min(text.length(), SearchService.QUERY_MAXIMUM));
        return this.printer.print("search/page", "query", query, "shown", PlainText.cut(query, SHOWN), "community",
            inside, "communityId", community, "tag", tag, "slice", hits, "reading", this.searchService.get().reading(text));
    }

    /**
     * @param draft the text
     * @return a box of similar questions
     * @throws CopException UNAVAILABLE if the search fails
     */
    public Html related(Draft draft) throws CopException
    {
        List<QuestionSummary> questions = draft.isEmpty() ? List.of()
            : this.searchService.get().related(this.printer.reader(), draft, RELATED);
        return this.printer.print("search/related", "questions", questions);
    }

    /**
     * @param question a question
     * @return the question as a draft, to compare with
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public Draft draftOf(PostId question) throws CopException
    {
        return this.searchService.get().draft(this.printer.reader(), this.printer.wiki(), question);
    }

    /**
     * @param question a question
     * @return the question as in a list
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public QuestionSummary summary(PostId question) throws CopException
    {
        Map<PostId, QuestionSummary> found =
            this.queries.get().summaries(this.printer.reader(), this.printer.wiki(), Set.of(question));
        if (!found.containsKey(question)) {
            throw CopException.notFound();
        }
        return found.get(question);
    }

    /**
     * @param community the community, {@code null} for all
     * @param prefix the prefix of the tags, may be empty
     * @param limit the maximum number of tags
     * @param searchable whether to print the search form
     * @return the tags with the number of their questions
     */
    public Html tags(CommunityId community, String prefix, int limit, boolean searchable)
    {
        return this.printer.print("search/tags", TAGS,
            this.queries.get().tags(this.printer.reader(), this.printer.wiki(), community, prefix, limit), "prefix",
            prefix, "searchable", searchable, "communityId", community);
    }
}
