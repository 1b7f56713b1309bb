/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.xwiki.component.annotation.Role;

/**
 * A type of notices: what people are notified of, who is, and where the notice leads. A capability contributes its types
 * as components whose hint is their {@link #name()}.
 * <p>
 * The texts of a type are translations whose keys end with the name in lower case: {@code cop.notice.kind.NAME} stands
 * between actor and title in lists; {@code cop.notice.letter.NAME} is the sentence in mails and their subject, with the
 * actor's name as {@code {0}} and the title as {@code {1}}, and {@code cop.notice.letter.NAME.untitled} that sentence
 * for a notice without a title; {@code cop.xwiki.notice.title.NAME} and {@code cop.xwiki.notice.description.NAME}
 * describe the type to people who switch notifications on and off.
 * <p>
 * Stored notices of a type that no component contributes any more are shown to nobody.
 */
@Role
public interface NoticeType
{
    /** Maximum length of a name, in characters. */
    int NAME_MAXIMUM = 20;

    /**
     * @return the name that is stored with each notice, the hint of this component: upper-case letters and underscores,
     *         at most {@link #NAME_MAXIMUM}. It never changes
     */
    String name();

    /** @return the name of an icon of the wiki's icon theme */
    String icon();

    /** @return the acts that may cause notices of this type */
    Set<ActType<?>> acts();

    /**
     * @return the acts that delete the notices of this type about their subject. Reversing an entry deletes its notices
     *         in any case
     */
    default Set<ActType<?>> endActs()
    {
        return Set.of();
    }

    /**
     * @return the names of types whose notices about the same thing ({@link Audience#about()}) this one replaces for its
     *         recipient, since it says more; none by default
     */
    default Set<String> replaces()
    {
        return Set.of();
    }

    /**
     * @return how long a notice waits before it is mailed or handed to the wiki, so that one that replaces it can come
     *         first; not at all by default. The list of notices shows it at once
     */
    default Duration delay()
    {
        return Duration.ZERO;
    }

    /**
     * Decides whom an entry concerns. Runs on a background thread after the commit; an exception delays the notices of
     * this entry and of all later ones. The caller leaves out the actor, guests, deactivated accounts, entries older
     * than two days, and everybody for whom {@link #targets()} finds no target.
     *
     * @param entry an entry whose act is one of {@link #acts()}
     * @return whom to notify; empty for nobody
     */
    Optional<Audience> audience(LedgerEntry entry);

    /**
     * @return finds where notices of this type lead, and who may view them. Types that return the same object are
     *         resolved together, in one call for a list
     */
    NoticeTargets targets();
}
