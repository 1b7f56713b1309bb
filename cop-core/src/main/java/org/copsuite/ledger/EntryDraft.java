/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * An entry before the ledger has given it a sequence.
 *
 * @param wiki the wiki
 * @param at when the act happened
 * @param actor who acted
 * @param act the type of the act
 * @param subject the UUID of what was acted on: a post, a community, a topic ...
 * @param community the community in which it happened, {@code null} for none
 * @param beneficiary the person who benefits, such as the author of the post voted on; {@code null} for nobody
 * @param weight the amount: +1 or -1 for a vote, a number for imported votes; 0 for what is no activity, such as a
 *            minor edit or what a copied page brought along; 1 by default
 * @param idempotencyKey identifies the entry, unique in the wiki, at most 160 characters; appending it again changes
 *            nothing. {@code null} for an act that can happen any number of times: the ledger gives each entry a key of
 *            its own
 * @param reverses the sequence of the entry that this one reverses, {@code null} for none
 * @param detail the detail as the act's {@link DetailCodec} writes it, at most 4,000 characters, {@code null} for none
 */
public record EntryDraft(WikiId wiki, Instant at, UserId actor, ActType<?> act, UUID subject, CommunityId community,
    UserId beneficiary, int weight, String idempotencyKey, Long reverses, String detail)
{
    /** Validates lengths and that nothing required is missing. */
    public EntryDraft
    {
        Objects.requireNonNull(wiki, "wiki");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(subject, "subject");
        if ((idempotencyKey != null && idempotencyKey.length() > 160) || (detail != null && detail.length() > 4000)) {
            throw new IllegalArgumentException("The idempotency key or the detail of an entry is too long.");
        }
    }

    /**
     * Creates a draft of an act without a detail, with the present time, weight 1, no community, no beneficiary and the
     * idempotency key {@code subject/act}, so that the act can happen once. An act that can happen again needs
     * {@link #withOccurrence(String)} or {@link #repeatable()}.
     *
     * @param wiki the wiki
     * @param actor who acts
     * @param act the type of the act
     * @param subject what is acted on
     * @return the draft
     */
    public static EntryDraft of(WikiId wiki, UserId actor, ActType<Void> act, UUID subject)
    {
        return of(wiki, actor, act, subject, null);
    }

    /**
     * Creates a draft as {@link #of(String, UserId, ActType, UUID)} does, of an act with a detail.
     *
     * @param wiki the wiki
     * @param actor who acts
     * @param act the type of the act
     * @param subject what is acted on
     * @param detail the detail
     * @param <D> the type of the detail
     * @return the draft
     */
    public static <D> EntryDraft of(WikiId wiki, UserId actor, ActType<D> act, UUID subject, D detail)
    {
        return new EntryDraft(wiki, Instant.now(), actor, act, subject, null, null, 1, subject + "/" + act, null,
            act.write(detail));
    }

    /**
     * @param community the community in which it happened
     * @return a copy with that community
     */
    public EntryDraft in(CommunityId community)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param beneficiary the person who benefits
     * @return a copy with that beneficiary
     */
    public EntryDraft benefiting(UserId beneficiary)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param at when the act happened
     * @return a copy with that time
     */
    public EntryDraft at(Instant at)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param weight the amount
     * @return a copy with that weight
     */
    public EntryDraft withWeight(int weight)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, idempotencyKey, reverses,
            detail);
    }

    /**
     * @param occurrence distinguishes this occurrence from others, for example an actor's id and a version
     * @return a copy with the idempotency key {@code subject/act/occurrence}
     */
    public EntryDraft withOccurrence(String occurrence)
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight,
            subject + "/" + act + "/" + occurrence, reverses, detail);
    }

    /**
     * Removes the idempotency key. The caller holds the lock of the ledger and has checked that the act applies.
     *
     * @return a copy that makes a new entry each time it is appended
     */
    public EntryDraft repeatable()
    {
        return new EntryDraft(wiki, at, actor, act, subject, community, beneficiary, weight, null, reverses, detail);
    }

    /**
     * Creates the draft that reverses an entry: the same subject, community and beneficiary, the weight negated.
     *
     * @param entry the entry to reverse
     * @param actor who reverses it
     * @param at when
     * @return a draft of type {@link ActType#REVERSED} with the name of the entry's act as detail
     */
    public static EntryDraft reversing(LedgerEntry entry, UserId actor, Instant at)
    {
        return new EntryDraft(entry.getWiki(), at, actor, ActType.REVERSED, entry.getSubject(), entry.getCommunity(),
            entry.getBeneficiary(), -entry.getWeight(), "undo/" + entry.getSequence(), entry.getSequence(),
            ActType.REVERSED.write(entry.getActName()));
    }
}
