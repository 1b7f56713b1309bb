/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the URL of a mail server says. */
class SmtpServerTest
{
    @Test
    void readsAllOfIt()
    {
        SmtpServer server =
            SmtpServer.parse("smtp://wiki%40example.org:p%2Bss+w%3Ard@mail.example.org:587?from=cop@example.org&tls=required");

        assertThat(server).isEqualTo(new SmtpServer("mail.example.org", 587, false, "required", "wiki@example.org",
            "p+ss+w:rd", "cop@example.org"));
        assertThat(server).hasToString("smtp://mail.example.org:587");
        assertThat(server.properties()).containsEntry("mail.smtp.starttls.required", "true")
            .containsEntry("mail.smtp.auth", "true").containsEntry("mail.smtp.port", "587");
    }

    @Test
    void fillsInWhatIsMissing()
    {
        assertThat(SmtpServer.parse("smtp://localhost?from=cop@example.org")).isEqualTo(
            new SmtpServer("localhost", 25, false, "try", null, null, "cop@example.org"));
        SmtpServer secure = SmtpServer.parse("smtps://localhost?from=cop@example.org");
        assertThat(secure.port()).isEqualTo(465);
        assertThat(secure.properties()).containsEntry("mail.smtps.starttls.enable", "false")
            .containsEntry("mail.smtps.ssl.checkserveridentity", "true");
        assertThat(SmtpServer.parse("smtp://h?from=a@b.org&tls=no").properties())
            .containsEntry("mail.smtp.starttls.enable", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "http://h?from=a@b.org", "smtp://u:SECRET@h", "smtp://u:SECRET@h?from=x y",
        "smtp://u:SECRET@h?from=a@b.org&tls=maybe", "smtp://u:SECRET@h?from=a@b.org&port=1", "smtp://u:SEC RET@h",
        "smtp://h?from=a@b.org,c@d.org"})
    void refusesWhatItCannotReadWithoutTellingThePassword(String url)
    {
        assertThatThrownBy(() -> SmtpServer.parse(url)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageNotContaining("SEC").hasMessageStartingWith("");
    }
}
