/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Holds questions back before anything of them is published. A gate stores what it holds back, and lets its author publish
 * it later with {@link QuestionService#ask}. Asked for each question that somebody submits, not for imported questions and
 * pages made with the means of the wiki.
 */
@Role
public interface AskGate
{
    /**
     * Holds a question back, or lets it pass. Repeating the call with the same id changes nothing.
     *
     * @param actor the asker
     * @param ask a valid question that the actor may ask
     * @return where it is held back; empty if it passes
     * @throws CopException to refuse
     */
    Optional<Held> hold(UserId actor, Ask ask) throws CopException;

    /**
     * A question that is held back.
     *
     * @param id the id under which it is held, not that of the question
     * @param path the path of its resource
     * @param page the page that shows it to its author
     * @param parameters the parameters of that page
     */
    record Held(UUID id, String path, PageId page, Map<String, String> parameters)
    {
    }
}
