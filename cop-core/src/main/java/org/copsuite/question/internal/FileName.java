/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;

import org.copsuite.PlainText;

/** Converts names of files to names that are safe in file systems, URLs and wiki text. */
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
     * Creates a unique name of letters, digits, dashes and one dot (two for {@code .tar.gz} and the like). Random
     * digits make it unique, since two people may paste an {@code image.png} each and both files must remain.
     *
     * @param typed the original name of the file
     * @return the new name
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

    /**
     * @return the index of the dot before the extension, -1 if there is none; a packed archive such as {@code .tar.gz}
     *         has an extension of two parts, which programs rely on
     */
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
