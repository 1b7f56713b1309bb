/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Normalisation of tags: lower case, no blanks, so that tags can be joined by blanks. */
public final class Tags
{
    /** Maximum length of a tag, in characters. */
    public static final int LENGTH = 40;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Tags()
    {
    }

    /**
     * Normalises a tag: compatible characters are unified (NFKC), lower case, blanks and underscores become dashes, a
     * leading {@code #} is removed.
     *
     * @param typed the typed text
     * @return the tag: letters and digits of any script and {@code - . + #}, starting with a letter or digit (or a dot
     *         before one, as {@code .net}); empty if the text cannot be a tag
     */
    public static Optional<String> normalise(String typed)
    {
        // İ becomes i, without the combining dot that lower-casing would add.
        String line = Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC).replace("\u0130", "i");
        String tag = Normalizer.normalize(line.toLowerCase(Locale.ROOT).replace("i\u0307", "i"), Normalizer.Form.NFKC)
            .replaceAll("^#+", "").strip().replaceAll("[\\s_]+", "-").replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        boolean fits = tag.length() <= LENGTH && tag.matches("\\.?[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.+#-]*");
        return fits ? Optional.of(tag) : Optional.empty();
    }

    /**
     * @param tags typed tags
     * @return the valid ones, normalised, without duplicates, in order
     */
    public static List<String> normalise(List<String> tags)
    {
        Set<String> normal = new LinkedHashSet<>();
        tags.forEach(t -> normalise(t).ifPresent(normal::add));
        return new ArrayList<>(normal);
    }

    /**
     * @param tags normalised tags
     * @return the tags, each between two blanks, for a column that is searched with {@code like '% tag %'}; empty for
     *         none
     */
    public static String join(List<String> tags)
    {
        return tags.isEmpty() ? "" : ' ' + String.join(" ", tags) + ' ';
    }

    /**
     * @param joined the result of {@link #join}, or tags separated by blanks
     * @return the tags
     */
    public static List<String> split(String joined)
    {
        return BLANKS.splitAsStream(joined.strip()).filter(t -> !t.isEmpty()).toList();
    }
}
