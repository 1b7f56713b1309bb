/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.test.TestWiki;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is no dump is refused before anything is written. */
class DumpFileTest
{
    private static final String ROW = "<row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" "
        + "Title=\"Number 1\" Body=\"b\" Score=\"1\" />";

    private static final String WHOLE = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n" + ROW + "\n</posts>\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> refused() throws IOException
    {
        return Stream.concat(Stream.of(
            Arguments.of("empty", new byte[0]),
            Arguments.of("archive", packed(true)),
            Arguments.of("archive", packed(false)),
            Arguments.of("archive", bytes("7z\u00bc\u00af'\u001c and more", StandardCharsets.ISO_8859_1)),
            Arguments.of("encoding", bytes(WHOLE.replace("utf-8", "x-klingon"))),
            Arguments.of("noXml", bytes("Id,Title\n1,Number")),
            Arguments.of("noXml", bytes("{\"posts\": []}")),
            Arguments.of("noXml", bytes(WHOLE, StandardCharsets.UTF_16LE)),
            Arguments.of("noXml", bytes(WHOLE.replace("utf-8", "utf-16"))),
            Arguments.of("noXml", new byte[100_000]),
            Arguments.of("root", bytes("<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>")),
            Arguments.of("root", bytes(WHOLE.replace("posts", "users"))),
            Arguments.of("cut", bytes(WHOLE.substring(0, WHOLE.length() - 20))),
            Arguments.of("cut", bytes(WHOLE.substring(0, WHOLE.indexOf("</posts>")))),
            Arguments.of("cut", bytes(WHOLE + "\u0000\u0000\u0000\u0000")),
            Arguments.of("cut", bytes("<posts>\n" + (ROW + '\n').repeat(1_000)))),
            Stream.iterate(1, seed -> seed < 20, seed -> seed + 1).map(seed -> Arguments.of("noXml", random(seed))));
    }

    private static byte[] bytes(String text)
    {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, Charset charset)
    {
        return text.getBytes(charset);
    }

    private static byte[] random(int seed)
    {
        byte[] bytes = new byte[seed * 997];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] packed(boolean zip) throws IOException
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = zip ? new ZipOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            if (out instanceof ZipOutputStream archive) {
                archive.putNextEntry(new ZipEntry("Posts.xml"));
            }
            out.write(bytes(WHOLE));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource
    void refused(String why, byte[] content) throws IOException
    {
        Path file = Files.write(this.folder.resolve("Posts.xml"), content);
        assertThatThrownBy(() -> new DumpFile(file).check()).isInstanceOfSatisfying(CopException.class, e -> {
            assertThat(e.getText().key()).isEqualTo("cop.transfer.error." + why);
            assertThat(e.getText().arguments()[0]).isEqualTo("Posts.xml");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<posts/>", "<posts></posts>", "\ufeff<posts>\n</posts>\n\n", "<!-- a <b> c --><posts >\n</posts >",
        "<?xml version='1.0'?>\n<!DOCTYPE posts [<!ENTITY a \"<x>\">]>\n<posts>\n</posts>", "<Posts></Posts>",
        "<rows><row Id='1'/></rows>"})
    void taken(String text) throws Exception
    {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            Path file = Files.write(this.folder.resolve("Posts.xml"), bytes(text, charset));
            assertThatCode(() -> new DumpFile(file).check()).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingIsWrittenOfWhatIsNoDump() throws Exception
    {
        try (TestWiki wiki = new TestWiki()) {
            UserId admin = wiki.administrator("admin");
            Order order = new Order(TestWiki.WIKI, admin, this.folder, "noise", null);
            Files.write(this.folder.resolve("Posts.xml"), random(7));

            assertThatThrownBy(() -> wiki.get(StackExchangeImport.class).run(order, new Silent()))
                .isInstanceOf(CopException.class).hasMessageContaining("noXml");

            assertThat(wiki.get(CommunityService.class).named(admin, TestWiki.WIKI, "Noise community")).isEmpty();
            Files.writeString(this.folder.resolve("Posts.xml"), "<posts><row Id='" + UUID.randomUUID() + "'/></posts>");
            assertThatThrownBy(() -> wiki.get(StackExchangeImport.class).run(order, new Silent()))
                .isInstanceOf(CopException.class).hasMessageContaining("unusable");
        }
    }

    /** Hears nothing. */
    private static final class Silent implements Progress
    {
        @Override
        public void at(String step, double done)
        {
            // Nobody looks.
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            // Nobody looks.
        }
    }
}
