/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is what its content says, if its name says the same; its name is harmless everywhere. */
class FileKindTest
{
    static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and so on");

    static byte[] bytes(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void picturesAreKnownByTheirContent()
    {
        assertThat(FileKind.of("a.png", PNG)).contains(new FileKind("image/png", true));
        assertThat(FileKind.of("A.JPG", bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(new FileKind("image/jpeg", true));
        assertThat(FileKind.of("a.gif", bytes("GIF89a"))).contains(new FileKind("image/gif", true));
        assertThat(FileKind.of("a.webp", bytes("RIFF....WEBPVP8 "))).contains(new FileKind("image/webp", true));
    }

    @ParameterizedTest
    @CsvSource({"a.jpg", "a.txt", "a.svg", "a.html", "a.zip", "a", "png"})
    void aPictureUnderAnotherNameIsRefused(String name)
    {
        assertThat(FileKind.of(name, PNG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.gif", "a.webp", "a.pdf", "a.docx", "a.exe", "a.jar", "a.js", "a.sh", "a"})
    void whatIsNotWhatItsNameSaysOrNotTakenIsRefused(String name)
    {
        assertThat(FileKind.of(name, bytes("<script>alert(1)</script>"))).isEmpty();
        assertThat(FileKind.of(name, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.html", "a.htm", "a.xml"})
    void whatCouldRunIsNoPictureAndOnlyDownloaded(String name)
    {
        assertThat(FileKind.of(name, bytes("<svg onload='alert(1)'/>")))
            .contains(new FileKind("application/octet-stream", false));
    }

    @Test
    void textsHoldNoOtherBytes()
    {
        assertThat(FileKind.of("a.txt", "z\u00fcrich\n".getBytes(StandardCharsets.UTF_8)))
            .contains(new FileKind("text/plain", false));
        assertThat(FileKind.of("a.txt", bytes("\u00ff\u00fe"))).isEmpty();
        assertThat(FileKind.of("a.csv", bytes("a\u0000b"))).isEmpty();
        assertThat(FileKind.of("a.pdf", bytes("%PDF-1.7"))).contains(new FileKind("application/pdf", false));
        assertThat(FileKind.of("a.xlsx", bytes("PK\u0003\u0004"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"image.png, image, png", "'C:\\Users\\me\\My picture (1).PNG', My-picture-1, PNG",
        "'../../etc/passwd.txt', passwd, txt", "'a]]{{html}}\"><b>.png', a-html-b, png", "'.htaccess', file, htaccess",
        "'\u202Egnp.exe', gnp, exe", "'a\nb.txt', a-b, txt"})
    void namesAreHarmless(String typed, String stem, String extension)
    {
        assertThat(FileName.of(typed)).matches(stem + "-[0-9a-f]{6}\\." + extension);
    }

    @Test
    void namesAreShortAndDifferent()
    {
        assertThat(FileName.of("\u00e4".repeat(500) + ".png")).hasSize(71);
        assertThat(FileName.of("")).matches("file-[0-9a-f]{6}");
        assertThat(FileName.of("image.png")).isNotEqualTo(FileName.of("image.png"));
    }
}
