/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * Converts the detail of an act to the text that its entries store, and back. The only place that knows the format: what
 * {@link #write} returns is stored for good, so {@link #read} reads every format that was ever written.
 *
 * @param <D> the type of the detail
 */
public interface DetailCodec<D>
{
    /** For acts without a detail. */
    DetailCodec<Void> NONE = of(detail -> null, text -> null);

    /** For a detail that is plain text. */
    DetailCodec<String> TEXT = of(Function.identity(), Function.identity());

    /** For a detail that is one UUID. */
    DetailCodec<UUID> ID = of(UUID::toString, UUID::fromString);

    /**
     * @param detail the detail, not {@code null}
     * @return the text to store, at most 4,000 characters
     */
    String write(D detail);

    /**
     * @param text the stored text, not {@code null}
     * @return the detail
     * @throws IllegalArgumentException if the text is not a detail of this type
     */
    D read(String text);

    /**
     * @param write converts a detail to text
     * @param read converts the text to the detail
     * @param <D> the type of the detail
     * @return the codec
     */
    static <D> DetailCodec<D> of(Function<D, String> write, Function<String, D> read)
    {
        return new DetailCodec<>()
        {
            @Override
            public String write(D detail)
            {
                return write.apply(detail);
            }

            @Override
            public D read(String text)
            {
                return read.apply(text);
            }
        };
    }

    /**
     * @param type an enumeration
     * @param <E> its type
     * @return a codec that stores the name of a constant in lower case
     */
    static <E extends Enum<E>> DetailCodec<E> name(Class<E> type)
    {
        return of(constant -> constant.name().toLowerCase(Locale.ROOT),
            text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }
}
