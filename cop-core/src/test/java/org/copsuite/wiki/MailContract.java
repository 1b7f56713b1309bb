/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The contract of {@link Mail}, tested on every binding. */
public abstract class MailContract
{
    /** @return the binding under test */
    protected abstract Mail mail();

    /** @return an active account with an address */
    protected abstract UserId alice();

    /** @return an active account without an address */
    protected abstract UserId bob();

    /** @return an inactive account with an address */
    protected abstract UserId inactive();

    /**
     * @param person an account
     * @return the mails that the account received, oldest first
     */
    protected abstract List<Received> received(UserId person) throws Exception;

    /**
     * A mail as it arrived.
     *
     * @param headers the names of its headers in lower case, a repeated header once for each occurrence
     * @param subject the decoded subject
     * @param plain the plain-text part
     * @param html the HTML part
     * @param recipients the number of recipient addresses
     */
    public record Received(List<String> headers, String subject, String plain, String html, int recipients)
    {
    }

    private Received send(String subject, String plain, String html) throws Exception
    {
        int before = received(alice()).size();
        mail().send(new MailMessage(alice(), subject, plain, new Html(html)));
        List<Received> after = received(alice());
        assertThat(after).hasSize(before + 1);
        return after.get(before);
    }

    @Test
    void reachesActiveAccountsWithAnAddress()
    {
        assertThat(mail().reaches(alice())).isTrue();
        assertThat(mail().reaches(bob())).isFalse();
        assertThat(mail().reaches(inactive())).isFalse();
        assertThat(mail().reaches(UserId.GUEST)).isFalse();
        assertThat(mail().reaches(new UserId("imported:elsewhere/1"))).isFalse();
    }

    @Test
    void bringsBothForms() throws Exception
    {
        Received mail = send("An answer", "Plain words\nin two lines", "<p>HTML <b>words</b></p>");

        assertThat(mail.subject()).isEqualTo("An answer");
        assertThat(mail.plain().strip().replace("\r\n", "\n")).isEqualTo("Plain words\nin two lines");
        assertThat(mail.html()).contains("<p>HTML <b>words</b></p>");
        assertThat(mail.recipients()).isEqualTo(1);
        assertThat(mail.headers()).contains("from", "date", "message-id", "auto-submitted");
    }

    @Test
    void keepsEveryScript() throws Exception
    {
        String words = "\u00dcber \u4e2d\u6587 \u05e2\u05d1\u05e8\u05d9\u05ea \ud83d\ude00";
        Received mail = send(words, words, "<p>" + words + "</p>");

        assertThat(mail.subject()).isEqualTo(words);
        assertThat(mail.plain()).contains(words);
        assertThat(mail.html()).contains(words);
    }

    @Test
    void letsNoSubjectBeginAnotherHeader() throws Exception
    {
        Received mail = send("Hello\r\nBcc: everybody@example.org\n\n<script>alert(1)</script>\u202e\u0000", "x", "<p>x</p>");

        assertThat(mail.recipients()).isEqualTo(1);
        assertThat(mail.headers()).doesNotContain("bcc", "cc");
        assertThat(mail.subject()).isEqualTo("Hello Bcc: everybody@example.org <script>alert(1)</script>");
    }

    @Test
    void refusesWhomItDoesNotReach()
    {
        assertThatThrownBy(() -> mail().send(new MailMessage(bob(), "x", "x", new Html("x"))))
            .isInstanceOf(MailException.class).hasMessageNotContaining("@");
    }
}
