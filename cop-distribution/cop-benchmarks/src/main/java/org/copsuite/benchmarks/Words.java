/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes texts of made-up words whose frequencies follow Zipf's law; each tag has its own words. */
final class Words
{
    private static final String[] STARTS = {"b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "tr",
        "st", "pl", "gr", "fl"};

    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ea", "ou"};

    private static final String[] ENDS = {"", "n", "r", "s", "t", "l", "m", "nd", "x"};

    private static final int VOCABULARY = 20_000;

    private static final int OWN = 40;

    private final String[] words = new String[VOCABULARY];

    private final Zipf zipf = new Zipf(VOCABULARY, 1.0);

    private final Zipf own = new Zipf(OWN, 0.8);

    Words()
    {
        Random random = new Random(7);
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 0; syllable <= (i < 200 ? 0 : 1 + i % 2); syllable++) {
                word.append(STARTS[random.nextInt(STARTS.length)]).append(VOWELS[random.nextInt(VOWELS.length)])
                    .append(ENDS[random.nextInt(ENDS.length)]);
            }
            this.words[i] = word.toString();
        }
    }

    String tag(int number)
    {
        return this.words[500 + number] + '-' + number;
    }

    private String word(Random random, List<Integer> tags)
    {
        if (random.nextInt(4) == 0) {
            int tag = tags.get(random.nextInt(tags.size()));
            return this.words[1000 + (tag * OWN + this.own.next(random)) % (VOCABULARY - 1000)];
        }
        return this.words[this.zipf.next(random)];
    }

    private String sentence(Random random, List<Integer> tags, int length)
    {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            words.add(word(random, tags));
        }
        String sentence = String.join(" ", words);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    String title(Random random, List<Integer> tags)
    {
        return sentence(random, tags, 6 + random.nextInt(6)) + '?';
    }

    private String paragraph(Random random, List<Integer> tags, int sentences)
    {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            all.add(sentence(random, tags, 8 + random.nextInt(10)) + '.');
        }
        return String.join(" ", all);
    }

    /** @return the text of a post; its first paragraph has no markup and is longer than a summary */
    String body(Random random, List<Integer> tags)
    {
        StringBuilder body = new StringBuilder(paragraph(random, tags, 5));
        for (int i = random.nextInt(3); i > 0; i--) {
            body.append("\n\n").append(paragraph(random, tags, 2 + random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            body.append("\n\n* ").append(sentence(random, tags, 6)).append("\n* **").append(sentence(random, tags, 4))
                .append("** ").append(sentence(random, tags, 5));
        }
        if (random.nextInt(4) == 0) {
            body.append("\n\n{{{\nfor (").append(word(random, tags)).append(" : list) {\n  call(")
                .append(word(random, tags)).append(");\n}\n}}}");
        }
        return body.toString();
    }

    /** Draws numbers from 0 by Zipf's law: the smaller a number, the more frequent. */
    static final class Zipf
    {
        private final double[] sums;

        Zipf(int count, double exponent)
        {
            this.sums = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += 1 / Math.pow(i + 1, exponent);
                this.sums[i] = sum;
            }
        }

        int next(Random random)
        {
            int found = java.util.Arrays.binarySearch(this.sums, random.nextDouble() * this.sums[this.sums.length - 1]);
            return found < 0 ? Math.min(-found - 1, this.sums.length - 1) : found;
        }
    }
}
