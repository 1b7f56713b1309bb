/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.spi.PostAction;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.wiki.Html;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Prints the actions that capabilities contribute to posts. */
@Component(roles = PostActions.class)
@Singleton
public class PostActions
{
    @Inject
    private Provider<List<PostAction>> actions;

    @Inject
    private Logger logger;

    /** Returns the actions at each of the posts, by their order; empty HTML for a post without one. */
    Map<PostId, Html> print(List<PostView> posts)
    {
        Map<PostId, Html> printed = new HashMap<>();
        posts.forEach(post -> printed.put(post.id(), Html.EMPTY));
        for (PostAction action : PageParts.ordered(this.actions.get())) {
            print(action, posts).forEach((post, html) -> printed.computeIfPresent(post,
                (id, before) -> new Html(before.value() + html.value())));
        }
        return printed;
    }

    private Map<PostId, Html> print(PostAction action, List<PostView> posts)
    {
        try {
            return action.print(posts);
        } catch (CopException | RuntimeException e) {
            this.logger.error("Failed to print the action [{}]; posts are shown without it.", action.getClass().getName(), e);
            return Map.of();
        }
    }
}
