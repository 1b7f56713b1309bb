/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.text.Normalizer;
import java.util.UUID;

import org.copsuite.PlainText;

/** Names of files that mean the same in a file system, in an address and in wiki text. */
final class FileName
{
    private static final int STEM = 60;

    private static final int EXTENSION = 12;

    private static final int DIGITS = 6;

    private FileName()
    {
    }

    /**
     * Gives a file a name of letters, digits, dashes and one dot, with some digits that no other has: two people paste an
     * {@code image.png} each, and both stay.
     *
     * @param typed what it was called, perhaps with the folders it came from
     * @return the name
     */
    static String of(String typed)
    {
        String plain = Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC);
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        String stem = clean(dot < 0 ? last : last.substring(0, dot), STEM);
        String extension = dot < 0 ? "" : clean(last.substring(dot + 1), EXTENSION);
        String digits = UUID.randomUUID().toString().substring(0, DIGITS);
        return (stem.isEmpty() ? "file" : stem) + '-' + digits + (extension.isEmpty() ? "" : '.' + extension);
    }

    private static String clean(String part, int length)
    {
        String clean = part.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return clean.codePointCount(0, clean.length()) <= length ? clean
            : clean.substring(0, clean.offsetByCodePoints(0, length));
    }
}
