/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is what content and name say is one, all else is a download; a name is harmless everywhere. */
class FileTypeTest
{
    static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and so on");

    static byte[] bytes(String text)
    {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void picturesAreKnownByTheirContent()
    {
        assertThat(FileType.of("a.png", PNG)).contains(new FileType("image/png", true));
        assertThat(FileType.of("A.JPG", bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(new FileType("image/jpeg", true));
        assertThat(FileType.of("a.gif", bytes("GIF89a"))).contains(new FileType("image/gif", true));
        assertThat(FileType.of("a.webp", bytes("RIFF....WEBPVP8 "))).contains(new FileType("image/webp", true));
    }

    @ParameterizedTest
    @CsvSource({"a.jpg", "a.gif", "A.JPEG", "a.webp"})
    void aPictureUnderTheNameOfAnotherKindIsRefused(String name)
    {
        assertThat(FileType.of(name, PNG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.gif", "a.webp"})
    void whatIsNoPictureIsNotTakenForOne(String name)
    {
        assertThat(FileType.of(name, bytes("<script>alert(1)</script>"))).isEmpty();
        assertThat(FileType.of(name, new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.sh", "a.ps1", "a.py", "a.js", "a.bat", "a.rb", "a.tar", "a.gz", "a.tgz", "a.7z", "a.rar",
        "a.xz", "a.zip", "a.jar", "a.docx", "a.rs", "a.dat", "a.pdf", "Makefile", ".gitignore", "a.heic", "a.csv", "a.log"})
    void everyOtherKindIsADownloadWhateverItHolds(String name)
    {
        for (byte[] content : new byte[][] {PNG, bytes("<script>alert(1)</script>"), bytes("a\u0000b"),
            bytes("\u00ff\u00fea\u0000"), bytes("Z\u00fcrich"), bytes("\u001b[31mred")}) {
            assertThat(FileType.of(name, content)).contains(new FileType("application/octet-stream", false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.html", "a.htm", "a.xml"})
    void whatCouldRunIsNoPictureAndOnlyDownloaded(String name)
    {
        assertThat(FileType.of(name, bytes("<svg onload='alert(1)'/>")))
            .contains(new FileType("application/octet-stream", false));
    }

    @Test
    void textsHoldNoOtherBytes()
    {
        assertThat(FileType.of("a.txt", "z\u00fcrich\n".getBytes(StandardCharsets.UTF_8)))
            .contains(new FileType("text/plain", false));
        assertThat(FileType.of("a.txt", bytes("\u00ff\u00fe"))).contains(new FileType("application/octet-stream", false));
        assertThat(FileType.of("a.pdf", bytes("%PDF-1.7"))).contains(new FileType("application/pdf", false));
        assertThat(FileType.of("a.xlsx", bytes("PK\u0003\u0004"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"image.png, image, png", "'C:\\Users\\me\\My picture (1).PNG', My-picture-1, PNG",
        "'../../etc/passwd.txt', passwd, txt", "'a]]{{html}}\"><b>.png', a-html-b, png", "'.htaccess', file, htaccess",
        "'\u202Egnp.exe', gnp, exe", "'a\nb.txt', a-b, txt",
        "'site.backup.tar.gz', site-backup, tar.gz", "'.tar.gz', file, tar.gz"})
    void namesAreHarmless(String typed, String stem, String extension)
    {
        assertThat(FileName.of(typed)).matches(stem + "-[0-9a-f]{6}\\." + extension.replace(".", "\\."));
    }

    @Test
    void namesAreShortAndDifferent()
    {
        assertThat(FileName.of("\u00e4".repeat(500) + ".png")).hasSize(71);
        assertThat(FileName.of("")).matches("file-[0-9a-f]{6}");
        assertThat(FileName.of("image.png")).isNotEqualTo(FileName.of("image.png"));
    }
}
