/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import java.util.List;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Action that the page of a question offers at each post, beside editing and deleting it: a link, or a form that opens
 * on the spot. An action that throws an exception is left out, and the page shows the others.
 */
@Role
public interface PostAction extends PagePart
{
    /**
     * Prints the action for all posts of a page at once, in a number of statements that does not depend on the number of
     * posts. {@link org.copsuite.macro.fragment.Printer#printEach} prints a template for each of them.
     *
     * @param posts posts on one page as the reader sees them, with what the reader may do there; at most 31
     * @return an {@code <a class="cop-action">} or a {@code <details>} by post; no entry for a post at which the reader
     *         does not get the action
     * @throws CopException if the service refuses or is unavailable
     */
    Map<PostId, Html> print(List<PostView> posts) throws CopException;
}
