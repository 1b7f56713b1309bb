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
 * @param unsubscribe an address with scheme and host, where a POST without session or cookie ends such letters and a GET
 *            asks whether to (RFC 8058); {@code null} for a letter of which there is only one
 */
public record MailMessage(UserId to, String subject, String plain, Html html, String unsubscribe)
{
    /** The longest subject, in characters. */
    private static final int SUBJECT = 200;

    /** Checks and cleans. */
    public MailMessage
    {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(html, "html");
        subject = PlainText.cut(PlainText.line(subject), SUBJECT);
        plain = PlainText.block(plain);
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A letter needs a subject.");
        }
        if (unsubscribe != null && !unsubscribe.matches("https?://[!-;=?-~]{1,1000}")) {
            throw new IllegalArgumentException("This is no address that a header can name.");
        }
    }

    /**
     * A letter of which there is only one.
     *
     * @param to to whom
     * @param subject one line of plain text
     * @param plain the text for readers without HTML
     * @param html the same as an HTML fragment
     */
    public MailMessage(UserId to, String subject, String plain, Html html)
    {
        this(to, subject, plain, html, null);
    }
}
