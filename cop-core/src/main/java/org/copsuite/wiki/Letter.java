/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

import org.copsuite.PlainText;

/**
 * A mail to one person.
 *
 * @param to to whom, an account; the address is the wiki's business
 * @param subject one line of plain text: line ends and other control characters are taken out, since they would begin
 *            another header
 * @param plain the text for readers without HTML
 * @param html the same as an HTML fragment: no scripts, no images, URLs with scheme and host
 */
public record Letter(UserId to, String subject, String plain, Html html)
{
    /** The longest subject, in characters. */
    private static final int SUBJECT = 200;

    /** Checks and cleans. */
    public Letter
    {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(html, "html");
        subject = PlainText.cut(PlainText.line(subject), SUBJECT);
        plain = PlainText.block(plain);
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A letter needs a subject.");
        }
    }
}
