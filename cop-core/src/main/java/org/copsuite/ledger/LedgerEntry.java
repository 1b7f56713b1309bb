/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Transient;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Type;

/** An entry of the ledger. It is never updated, except that a person's erasure replaces the name by a token. */
@Entity
@Immutable
@Table(name = "cop_ledger")
public class LedgerEntry
{
    private static final String UUID_TYPE = "uuid-char";

    @Id
    @Column(name = "place")
    private long sequence;

    @Column(nullable = false, length = 64)
    private String wiki;

    @Column(name = "done_at", nullable = false)
    private long at;

    @Column(nullable = false)
    private String actor;

    @Column(nullable = false, length = 40)
    private String act;

    @Type(type = UUID_TYPE)
    @Column(nullable = false, length = 36)
    private UUID subject;

    @Type(type = UUID_TYPE)
    @Column(length = 36)
    private UUID community;

    @Column
    private String beneficiary;

    @Column(nullable = false)
    private int weight;

    @Column(name = "origin", nullable = false, length = 160)
    private String idempotencyKey;

    @Column(name = "undoes")
    private Long reverses;

    @Column(length = 4000)
    private String detail;

    /** The act that created the subject, where who appended the entry knew that; not stored. */
    @Transient
    private String creation;

    /** For Hibernate. */
    protected LedgerEntry()
    {
    }

    /**
     * @param sequence the entry's sequence
     * @param draft its content
     */
    public LedgerEntry(long sequence, EntryDraft draft)
    {
        this.sequence = sequence;
        this.wiki = draft.wiki().value();
        this.at = draft.at().toEpochMilli();
        this.actor = draft.actor().value();
        this.act = draft.act().name();
        this.subject = draft.subject();
        this.community = CommunityId.valueOf(draft.community());
        this.beneficiary = draft.beneficiary() == null ? null : draft.beneficiary().value();
        this.weight = draft.weight();
        this.idempotencyKey = draft.idempotencyKey();
        this.reverses = draft.reverses();
        this.detail = draft.detail();
    }

    /**
     * @param sequence the entry's sequence
     * @param draft its content
     * @param creation the act that created the subject, which is alive; {@code null} if that is not known
     */
    public LedgerEntry(long sequence, EntryDraft draft, ActType<?> creation)
    {
        this(sequence, draft);
        this.creation = creation == null ? null : creation.name();
    }

    /**
     * @return the name of the act that created the subject, if this entry is being appended and its subject is known to be
     *         alive; empty does not mean that it is not
     */
    public Optional<String> getCreation()
    {
        return Optional.ofNullable(this.creation);
    }

    /** @return its sequence: an entry that was committed later has a higher one, without exception */
    public long getSequence()
    {
        return this.sequence;
    }

    /** @return the wiki */
    public WikiId getWiki()
    {
        return new WikiId(this.wiki);
    }

    /** @return when the act happened */
    public Instant getAt()
    {
        return Instant.ofEpochMilli(this.at);
    }

    /** @return who acted */
    public UserId getActor()
    {
        return new UserId(this.actor);
    }

    /**
     * @return the name of the act's type. No extension may declare that type any more: the name of an entry always
     *         remains
     */
    public String getActName()
    {
        return this.act;
    }

    /**
     * @param type a type of act
     * @return whether the act is of that type
     */
    public boolean is(ActType<?> type)
    {
        return this.act.equals(type.name());
    }

    /** @return what was acted on */
    public UUID getSubject()
    {
        return this.subject;
    }

    /** @return the community in which it happened, {@code null} for none */
    public CommunityId getCommunity()
    {
        return CommunityId.ofNullable(this.community);
    }

    /** @return the person who benefits, {@code null} for nobody */
    public UserId getBeneficiary()
    {
        return this.beneficiary == null ? null : new UserId(this.beneficiary);
    }

    /** @return the amount */
    public int getWeight()
    {
        return this.weight;
    }

    /** @return the key that identifies the entry in its wiki */
    public String getIdempotencyKey()
    {
        return this.idempotencyKey;
    }

    /** @return the sequence of the entry that this one reverses, {@code null} for none */
    public Long getReverses()
    {
        return this.reverses;
    }

    /**
     * @param type the type of the act
     * @param <D> the type of its detail
     * @return the detail, {@code null} for none
     * @throws IllegalArgumentException if the act is of another type
     */
    public <D> D detail(ActType<D> type)
    {
        if (!is(type)) {
            throw new IllegalArgumentException("Entry [" + this.sequence + "] is of type " + this.act + ", not " + type);
        }
        return type.read(this.detail);
    }
}
