/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

/**
 * A type of act: its name, the type of its detail, and what it does to its subject. Each capability declares its own as
 * constants of a class that implements {@link org.copsuite.spi.Acts}. Immutable; two types with the same name are equal.
 *
 * @param <D> the type of the detail, {@link Void} for acts without one
 */
public final class ActType<D>
{
    /** Reverses an earlier entry, which {@link EntryDraft#reverses()} names. Detail: the name of that entry's act. */
    public static final ActType<String> REVERSED = named("undone").withDetail(DetailCodec.TEXT);

    private final String name;

    private final DetailCodec<D> codec;

    private final Effect effect;

    private final boolean reversible;

    private final boolean activity;

    private ActType(String name, DetailCodec<D> codec, Effect effect, boolean reversible, boolean activity)
    {
        this.name = name;
        this.codec = codec;
        this.effect = effect;
        this.reversible = reversible;
        this.activity = activity;
    }

    /** What an act does to its subject. */
    public enum Effect
    {
        /** Leaves the subject as it is: a vote, for example. */
        NONE,
        /** Creates the subject. No earlier entry is about it, and no later one creates it again. */
        CREATES,
        /** Changes the text or the state of the subject. */
        UPDATES,
        /** Ends the subject: what was earned for it is taken away. */
        ENDS,
        /** Restores the subject after it ended: what was earned for it is given back. */
        RESTORES
    }

    /**
     * Creates a type without a detail that has no effect on its subject, cannot be reversed and is no activity.
     *
     * @param name lower-case letters and dashes, at most 40 characters; stored in each entry, so it never changes
     * @return the type
     */
    public static ActType<Void> named(String name)
    {
        if (!name.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("Invalid name of an act type: " + name);
        }
        return new ActType<>(name, DetailCodec.NONE, Effect.NONE, false, false);
    }

    /**
     * @param detail converts the detail
     * @param <T> the type of the detail
     * @return a copy whose entries have that detail
     */
    public <T> ActType<T> withDetail(DetailCodec<T> detail)
    {
        return new ActType<>(this.name, detail, this.effect, this.reversible, this.activity);
    }

    /** @return a copy that creates its subject */
    public ActType<D> creating()
    {
        return having(Effect.CREATES);
    }

    /** @return a copy that updates its subject */
    public ActType<D> updating()
    {
        return having(Effect.UPDATES);
    }

    /** @return a copy that ends its subject */
    public ActType<D> ending()
    {
        return having(Effect.ENDS);
    }

    /** @return a copy that restores its subject */
    public ActType<D> restoring()
    {
        return having(Effect.RESTORES);
    }

    private ActType<D> having(Effect other)
    {
        return new ActType<>(this.name, this.codec, other, this.reversible, this.activity);
    }

    /** @return a copy whose entries can be reversed */
    public ActType<D> reversible()
    {
        return new ActType<>(this.name, this.codec, this.effect, true, this.activity);
    }

    /** @return a copy that is activity of the community in which it happens */
    public ActType<D> asActivity()
    {
        return new ActType<>(this.name, this.codec, this.effect, this.reversible, true);
    }

    /** @return the name, as entries store it */
    public String name()
    {
        return this.name;
    }

    /** @return what the act does to its subject */
    public Effect effect()
    {
        return this.effect;
    }

    /** @return whether an entry can be reversed; the ledger refuses to reverse others */
    public boolean isReversible()
    {
        return this.reversible;
    }

    /** @return whether an entry with a positive weight is activity of the community in which it happens */
    public boolean isActivity()
    {
        return this.activity;
    }

    /**
     * @param detail a detail, {@code null} for none
     * @return the text to store, {@code null} for none
     */
    String write(D detail)
    {
        return detail == null ? null : this.codec.write(detail);
    }

    /**
     * @param text a stored text, {@code null} for none
     * @return the detail, {@code null} for none
     */
    D read(String text)
    {
        return text == null ? null : this.codec.read(text);
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof ActType<?> type && this.name.equals(type.name);
    }

    @Override
    public int hashCode()
    {
        return this.name.hashCode();
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}
