/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;

import org.copsuite.PlainText;

/** Names of files that mean the same in a file system, in an address and in wiki text. */
final class FileName
{
    private static final int STEM = 60;

    private static final int EXTENSION = 12;

    private static final int DIGITS = 6;

    private static final Pattern TAR = Pattern.compile("tar\\.[a-z0-9]{1,4}", Pattern.CASE_INSENSITIVE);

    private FileName()
    {
    }

    /**
     * Gives a file a name of letters, digits, dashes and one dot (two in {@code .tar.gz} and its like), with some digits
     * that no other has: two people paste an {@code image.png} each, and both stay.
     *
     * @param typed the name that the file came with
     * @return the name
     */
    static String of(String typed)
    {
        String plain = Normalizer.normalize(PlainText.line(typed), Normalizer.Form.NFKC);
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        int dot = dot(last);
        String stem = clean(dot < 0 ? last : last.substring(0, dot), STEM);
        String ending = dot < 0 ? "" : last.substring(dot + 1);
        String extension = TAR.matcher(ending).matches() ? ending : clean(ending, EXTENSION);
        String digits = UUID.randomUUID().toString().substring(0, DIGITS);
        return (stem.isEmpty() ? "file" : stem) + '-' + digits + (extension.isEmpty() ? "" : '.' + extension);
    }

    /** Where the ending begins: a packed archive has one of two parts, which programs look for. */
    private static int dot(String name)
    {
        int last = name.lastIndexOf('.');
        int before = last < 0 ? -1 : name.lastIndexOf('.', last - 1);
        return before >= 0 && TAR.matcher(name.substring(before + 1)).matches() ? before : last;
    }

    private static String clean(String part, int length)
    {
        String clean = part.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return clean.codePointCount(0, clean.length()) <= length ? clean
            : clean.substring(0, clean.offsetByCodePoints(0, length));
    }
}
