/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

import org.copsuite.PlainText;

/**
 * A mail to one person.
 *
 * @param to the recipient, an account; the wiki knows the address
 * @param subject one line of plain text; line ends and other control characters are removed, since they would start
 *            another header
 * @param plain the text for readers without HTML
 * @param html the same as an HTML fragment: no scripts, no images, URLs with scheme and host
 * @param unsubscribe a URL with scheme and host, where a POST without session or cookie ends such mails and a GET asks
 *            for confirmation (RFC 8058); {@code null} for a single mail
 */
public record MailMessage(UserId to, String subject, String plain, Html html, String unsubscribe)
{
    /** Maximum length of a subject, in characters. */
    private static final int SUBJECT = 200;

    /** Validates and cleans the subject. */
    public MailMessage
    {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(html, "html");
        subject = PlainText.cut(PlainText.line(subject), SUBJECT);
        plain = PlainText.block(plain);
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A mail needs a subject.");
        }
        if (unsubscribe != null && !unsubscribe.matches("https?://[!-;=?-~]{1,1000}")) {
            throw new IllegalArgumentException("Invalid URL for the List-Unsubscribe header.");
        }
    }

    /**
     * Creates a single mail.
     *
     * @param to the recipient
     * @param subject one line of plain text
     * @param plain the text for readers without HTML
     * @param html the same as an HTML fragment
     */
    public MailMessage(UserId to, String subject, String plain, Html html)
    {
        this(to, subject, plain, html, null);
    }
}
