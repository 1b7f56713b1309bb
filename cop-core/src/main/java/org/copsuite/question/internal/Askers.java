/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.anonymity.SealService;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Knows as whom people act in a thread. Whoever asked its question anonymously is {@link UserId#ANONYMOUS} there, in all
 * that is stored; their rights are those of their account. Reads the seal of anonymous questions only.
 */
@Component(roles = Askers.class)
@Singleton
public class Askers
{
    @Inject
    private Provider<SealService> seals;

    @Inject
    private Provider<People> people;

    /**
     * @param actor who reads or acts
     * @param question the question of the thread
     * @return as whom they act: anonymous for who asked the question anonymously, otherwise the actor
     */
    UserId self(UserId actor, QuestionRow question)
    {
        return UserId.ANONYMOUS.value().equals(question.author)
            && this.seals.get().isAsker(new WikiId(question.wiki), question.id, actor) ? UserId.ANONYMOUS : actor;
    }

    /**
     * @param author whom a page or a comment names
     * @param wiki the wiki
     * @param question the question of its thread
     * @return the account whose rights decide; the guest if nobody asked that question anonymously. Never stored or shown
     */
    UserId account(UserId author, WikiId wiki, UUID question)
    {
        return author.isAnonymous() ? this.seals.get().asker(wiki, question).orElse(UserId.GUEST) : author;
    }

    /**
     * Writes to the wiki as somebody. The wiki records the current user of many a write, in events, versions and its
     * recycle bin; so that user is nobody, too, while somebody acts anonymously.
     *
     * @param self as whom
     * @param work what to do
     * @param <T> the type of its result
     * @param <E> the type of its exception
     * @return its result
     * @throws E if the work throws it
     */
    <T, E extends Exception> T as(UserId self, People.Work<T, E> work) throws E
    {
        return self.isAnonymous() ? this.people.get().as(self, work) : work.run();
    }
}
