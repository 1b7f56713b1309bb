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

/** The form of tags: lower case, no blanks, so that they can be written one after another. */
public final class Tags
{
    /** The longest tag, in characters. */
    public static final int LENGTH = 40;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Tags()
    {
    }

    /**
     * Brings a tag into its form: compatible characters are one (NFKC), lower case, blanks and underscores become
     * dashes, a leading {@code #} goes.
     *
     * @param typed what was typed
     * @return the tag: letters and digits of any script, and {@code - . + #}, starting with a letter or digit (or a dot
     *         before one, as {@code .net}); nothing where it cannot be one
     */
    public static Optional<String> normalise(String typed)
    {
        // İ becomes i, alone and with the dot that lower case would leave over it.
        String line = Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC).replace("\u0130", "i");
        String tag = Normalizer.normalize(line.toLowerCase(Locale.ROOT).replace("i\u0307", "i"), Normalizer.Form.NFKC)
            .replaceAll("^#+", "").strip().replaceAll("[\\s_]+", "-").replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        boolean fits = tag.length() <= LENGTH && tag.matches("\\.?[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.+#-]*");
        return fits ? Optional.of(tag) : Optional.empty();
    }

    /**
     * @param tags tags, as typed
     * @return those that can be tags, in their form, each once, in order
     */
    public static List<String> normalise(List<String> tags)
    {
        Set<String> normal = new LinkedHashSet<>();
        tags.forEach(t -> normalise(t).ifPresent(normal::add));
        return new ArrayList<>(normal);
    }

    /**
     * @param tags tags in their form
     * @return each between two blanks, to be kept in a column or found with {@code like '% tag %'}; empty for none
     */
    public static String join(List<String> tags)
    {
        return tags.isEmpty() ? "" : ' ' + String.join(" ", tags) + ' ';
    }

    /**
     * @param joined what {@link #join} made, or tags with blanks between
     * @return the tags
     */
    public static List<String> split(String joined)
    {
        return BLANKS.splitAsStream(joined.strip()).filter(t -> !t.isEmpty()).toList();
    }
}
