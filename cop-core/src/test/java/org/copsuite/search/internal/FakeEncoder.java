/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.copsuite.spi.Encoder;

/** Knows three topics, each by two words without a letter in common that matters. */
class FakeEncoder implements Encoder
{
    private static final List<List<String>> TOPICS =
        List.of(List.of("loaf", "bread"), List.of("car", "engine"), List.of("salt", "brine"));

    volatile String id = "fake-1";

    volatile boolean available = true;

    volatile boolean failing;

    /** The texts that were encoded, in order. */
    final List<String> encoded = new CopyOnWriteArrayList<>();

    @Override
    public String id()
    {
        return this.id;
    }

    @Override
    public Set<String> languages()
    {
        return Set.of("en");
    }

    @Override
    public boolean isAvailable()
    {
        return this.available;
    }

    @Override
    public List<float[]> encode(List<String> texts)
    {
        if (this.failing) {
            throw new IllegalStateException("no vectors today");
        }
        this.encoded.addAll(texts);
        return texts.stream().map(FakeEncoder::vector).toList();
    }

    private static float[] vector(String text)
    {
        float[] vector = new float[TOPICS.size() + 1];
        vector[TOPICS.size()] = .1f;
        for (int i = 0; i < TOPICS.size(); i++) {
            for (String word : TOPICS.get(i)) {
                vector[i] += text.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
            }
        }
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
