/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.List;
import java.util.Set;

import org.xwiki.component.annotation.Role;

/**
 * Turns texts into vectors whose cosine says how close two texts are in meaning. An optional extension brings one; the
 * component's hint is free. The search uses the first available one to reorder what it has found; without one, nothing
 * changes. Thread-safe.
 */
@Role
public interface Encoder
{
    /**
     * @return the stored name of the encoder and its version, at most 60 characters. It changes whenever the encoder gives
     *         other vectors for the same text; all texts are then encoded again
     */
    String id();

    /** @return the ISO 639 codes of the languages in which the vectors are useful, such as {@code en} */
    Set<String> languages();

    /**
     * Tells whether the encoder works here, for example whether there is native code for this platform. The first call may
     * take a second. An encoder that does not work logs why, once.
     *
     * @return whether {@link #encode} works
     */
    boolean isAvailable();

    /**
     * Encodes texts, on the calling thread.
     *
     * @param texts plain texts of any length; the encoder may ignore what follows the first few hundred characters
     * @return a vector of length 1 for each text, in order, all of the same dimension, at most 1,024
     * @throws IllegalStateException if the encoder is not available
     */
    List<float[]> encode(List<String> texts);
}
