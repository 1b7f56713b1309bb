/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.question.PostSource.QuestionText;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * Knows the questions that everybody may view: those alone tell how common a word is. Everybody is who has not signed in;
 * in a wiki that shows nothing to them, whoever has an account, and there the questions of open communities are meant.
 */
@Component(roles = PublicQuestions.class)
@Singleton
public class PublicQuestions
{
    @Inject
    private Access access;

    @Inject
    private CommunityAccess communities;

    /**
     * @param wiki the wiki
     * @return tells of a question whose page has no rights of its own whether everybody may view it; for one batch of
     *         questions, since it knows the rights of now
     */
    Predicate<QuestionText> of(String wiki)
    {
        Set<SpaceId> everybody = this.access.visibleSpaces(wiki, UserId.GUEST);
        if (!everybody.isEmpty()) {
            return question -> everybody.contains(this.access.decidingSpace(question.page()));
        }
        Set<UUID> open = this.communities.open(wiki);
        return question -> open.contains(question.community());
    }
}
