/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.copsuite.wiki.UserId;

/**
 * What somebody did, as it is given to the ledger: a row that has no place yet.
 *
 * @param wiki the wiki
 * @param at when
 * @param actor who
 * @param act what
 * @param subject to what (a post, a community, a topic's owner ...), by UUID
 * @param community in which community, {@code null} for none
 * @param beneficiary for whom (the author of the post voted on), {@code null} for nobody
 * @param weight how much: +1 or -1 for a vote, a count for imported votes; 0 for what is no news, as a small correction
 *            or what a copy of a page brought along; 1 by default
 * @param idempotencyKey what makes it this deed and no other, unique in the wiki; writing it again changes nothing
 * @param reverses the place of the row that this one takes back, {@code null} for none
 * @param detail what else is to be known, plain text or JSON, at most 4,000 characters, may be {@code null}
 */
public record EntryDraft(String wiki, Instant at, UserId actor, ActType act, UUID subject, UUID community,
    UserId beneficiary,
    int weight, String idempotencyKey, Long reverses, String detail)
{
    /** Checks. */
    public EntryDraft
    {
        Objects.requireNonNull(wiki, "wiki");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        if (idempotencyKey.length() > 160 || (detail != null && detail.length() > 4000)) {
            throw new IllegalArgumentException("The origin or the detail of a deed is too long.");
        }
    }

    /**
     * Starts a deed of now with weight 1, no community, nobody it is for, and the origin {@code subject/act}, so that
     * it can be done once; what can be done again names an {@link #withOccurrence(String)}.
     *
     * @param wiki the wiki
     * @param actor who
     * @param act what
     * @param subject to what
     * @return the deed
     */
    public static EntryDraft of(String wiki, UserId actor, ActType act, UUID subject)
    {
        return new EntryDraft(wiki, Instant.now(), actor, act, subject, null, null, 1, subject + "/" + act, null, null);
    }

    /**
     * @param community in which community
     * @return the same deed there
     */
    public EntryDraft in(UUID community)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param beneficiary for whom
     * @return the same deed for that person
     */
    public EntryDraft benefiting(UserId beneficiary)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param at when
     * @return the same deed at that time
     */
    public EntryDraft at(Instant at)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param weight how much
     * @return the same deed with that weight
     */
    public EntryDraft withWeight(int weight)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param detail what else is to be known
     * @return the same deed with that detail
     */
    public EntryDraft withDetail(String detail)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param occurrence what tells this time from others, for example an actor's id and a version
     * @return the same deed with the origin {@code subject/act/occurrence}
     */
    public EntryDraft withOccurrence(String occurrence)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight,
            subject + "/" + act + "/" + occurrence, reverses, detail);
    }

    /**
     * The deed that takes back a row: the same subject, community and beneficiary, the weight negated.
     *
     * @param entry the row
     * @param actor who takes it back
     * @param at when
     * @return a deed with act {@link ActType#REVERSED} and the row's act as detail
     */
    public static EntryDraft reversing(LedgerEntry entry, UserId actor, Instant at)
    {
        return new EntryDraft(entry.getWiki(), at, actor, ActType.REVERSED, entry.getSubject(), entry.getCommunity(),
            entry.getBeneficiary(), -entry.getWeight(), "undo/" + entry.getSequence(), entry.getSequence(),
            entry.getAct().name());
    }
}
