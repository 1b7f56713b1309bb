/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and files that are broken, into a database: each is told with its line, and costs no other row. */
@OnEveryDatabase
class BrokenDumpTest implements Progress
{
    private static final String GOOD = "<row Id=\"%d\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" "
        + "Title=\"Number %1$d\" Body=\"b\" OwnerUserId=\"1\" Score=\"%1$d\" />";

    @TempDir
    private Path folder;

    private TestWiki wiki;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Override
    public void at(String step, double done)
    {
        assertThat(done).isBetween(0.0, 1.0);
    }

    @Override
    public void skipped(String file, long line, String reason)
    {
        assertThat(reason).isNotBlank();
        this.told.add(file + ':' + line);
    }

    private Result run() throws Exception
    {
        return this.wiki.get(StackExchangeImport.class).run(
            new Order(TestWiki.WIKI, this.wiki.administrator("admin"), this.folder, "broken", null), this);
    }

    private void file(String name, String... lines) throws Exception
    {
        Files.writeString(this.folder.resolve(name), String.join("\n", lines));
    }

    private List<Object> titles()
    {
        return this.wiki.database().query("select title from cop_question order by score").stream()
            .map(row -> row.get("TITLE")).toList();
    }

    @Test
    void brokenRowsAreToldWithTheirLines() throws Exception
    {
        String post = "<row Id=\"%s\" PostTypeId=\"1\" CreationDate=\"%s\" Title=\"t\" Body=\"%s\" OwnerUserId=\"%s\" />";
        file("Posts.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<posts>", GOOD.formatted(1),
            post.formatted("99999999999999999999", "2018-01-01T00:00:00", "number too large", "1"),
            post.formatted("-4", "2018-01-01T00:00:00", "number too small", "1"),
            post.formatted("5", "9999-99-99T00:00:00", "no date", "1"),
            post.formatted("6", "2018-01-01T00:00:00", "", "1"),
            post.formatted("7", "2018-01-01T00:00:00", "whose?", "nobody"),
            post.formatted("8", "2018-01-01T00:00:00", "&#0;", "1"),
            post.formatted("9", "2018-01-01T00:00:00", "&#xD800;", "1"),
            post.formatted("10", "2018-01-01T00:00:00", "<script>alert(1)</script>", "1"),
            post.formatted("11", "2018-01-01T00:00:00", "&entity;", "1"),
            "<row Id=\"12\" PostTypeId=\"1\" Title=\"never closed",
            GOOD.formatted(13),
            post.formatted("14", "2018-01-01T00:00:00", "liked", "1\" Score=\"99999999999"), "<other/>", "plain text",
            "<row Id=\"15\" Id=\"15\" PostTypeId=\"1\" />", GOOD.formatted(16), "</posts>");

        Result result = run();

        assertThat(titles()).contains("Number 1", "Number 16").doesNotContain("t");
        assertThat(this.told).contains("Posts.xml:4", "Posts.xml:5", "Posts.xml:6", "Posts.xml:7", "Posts.xml:8",
            "Posts.xml:9", "Posts.xml:10", "Posts.xml:11", "Posts.xml:12", "Posts.xml:13", "Posts.xml:15", "Posts.xml:18")
            .doesNotHaveDuplicates().doesNotContain("Posts.xml:3", "Posts.xml:19");
        assertThat(result.skipped()).isEqualTo(this.told.size());
        assertThat(result.questions()).isEqualTo(titles().size());
    }

    @Test
    void entitiesThatGrowOrReadFilesAreNot() throws Exception
    {
        Path secret = Files.writeString(this.folder.resolve("secret.txt"), "the secret");
        file("Posts.xml", "<!DOCTYPE posts [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">",
            "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY file SYSTEM \"" + secret.toUri() + "\">]>", "<posts>",
            "<row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" Title=\"&c;\" Body=\"&c;\" />",
            "<row Id=\"2\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" Title=\"&file;\" Body=\"&file;\" />",
            GOOD.formatted(3), "</posts>");

        assertThat(run().questions()).isEqualTo(1);

        assertThat(titles()).containsExactly("Number 3");
        assertThat(this.told).contains("Posts.xml:4", "Posts.xml:5");
    }

    @Test
    void whatFollowsIsReadWhereAFileIsCutOrIsNoText() throws Exception
    {
        file("Users.xml", "<users>", "<row Id=\"1\" DisplayName=\"Ann\" CreationDate=\"2018-01-01T00:00:00\" />", "<row Id=\"2");
        ByteArrayOutputStream posts = new ByteArrayOutputStream();
        posts.write(("<posts>\n" + GOOD.formatted(1) + "\n").getBytes(StandardCharsets.UTF_8));
        posts.write(new byte[] {'<', 'r', 'o', 'w', ' ', 'I', 'd', '=', '"', (byte) 0xff, (byte) 0xfe, 0, '"', '/', '>', '\n'});
        posts.write((GOOD.formatted(2) + "\n</posts>\n").getBytes(StandardCharsets.UTF_8));
        Files.write(this.folder.resolve("Posts.xml"), posts.toByteArray());
        file("Comments.xml", "PK\u0003\u0004 no XML at all");
        file("Votes.xml", "");

        Result result = run();

        assertThat(titles()).containsExactly("Number 1", "Number 2");
        assertThat(result.users()).isEqualTo(1);
        assertThat(this.told).contains("Users.xml:3", "Posts.xml:3");
        assertThat(result.skipped()).isEqualTo(this.told.size());
    }

    @Test
    void hostileAndHugeTextsAreKeptAsText() throws Exception
    {
        String rtl = "\u202Egnp.exe\u202C \u2066bidi\u2069 \uFEFF\u200B\u200F";
        String deep = "&lt;div&gt;".repeat(20_000) + "&lt;b&gt;".repeat(20_000) + "deep";
        file("Users.xml", "<users>", "<row Id=\"1\" DisplayName=\"" + rtl + "&lt;b&gt;{{velocity}}\" "
            + "CreationDate=\"2018-01-01T00:00:00\" AboutMe=\"{{groovy}}1{{/groovy}}\" />", "</users>");
        file("Posts.xml", "<posts>",
            "<row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" Title=\"" + rtl + "&#xA;&#x9;x\" "
                + "Body=\"" + "word ".repeat(199_999) + "\" OwnerUserId=\"1\" Tags=\"&lt;" + "t".repeat(500)
                + "&gt;&lt;a&gt;&lt;a&gt;&lt;{{html}}&gt;\" Score=\"1\" />",
            "<row Id=\"2\" PostTypeId=\"1\" CreationDate=\"2018-01-01T00:00:00\" Title=\"" + "long ".repeat(1_000) + "\" "
                + "Body=\"" + deep + "\" OwnerUserId=\"1\" Score=\"2\" />",
            GOOD.formatted(3), "</posts>");
        file("Comments.xml", "<comments>", "<row Id=\"1\" PostId=\"1\" CreationDate=\"2018-01-01T00:00:00\" Text=\""
            + "x".repeat(20_001) + "\" />", "<row Id=\"2\" PostId=\"1\" CreationDate=\"2018-01-01T00:00:00\" "
            + "Text=\"[a](javascript:alert(1)) {{/html}} }}}\" />", "</comments>");

        Result result = run();

        assertThat(this.told).containsExactly("Comments.xml:2");
        assertThat(result.questions()).isEqualTo(3);
        assertThat(result.comments()).isEqualTo(1);
        List<Map<String, Object>> rows = this.wiki.database().query("select title, body, tags from cop_question order by score");
        assertThat(rows).allSatisfy(row -> assertThat((String) row.get("TITLE")).hasSizeLessThanOrEqualTo(255)
            .doesNotContain("\n"));
        assertThat((String) rows.get(0).get("BODY")).hasSizeGreaterThan(999_000);
        assertThat((String) rows.get(1).get("BODY")).contains("deep");
        assertThat((String) rows.get(0).get("TAGS")).contains(" a ").doesNotContain("{");
        assertThat(run().added()).isZero();
    }

    @Test
    void aRowWhoseIdCameBeforeIsToldAndCountsNowhere() throws Exception
    {
        String answer = "<row Id='%d' PostTypeId='2' ParentId='1' CreationDate='2018-01-02T00:00:00' Body='%s' />";
        file("Users.xml", "<users>", "<row Id='1' DisplayName='Ada' CreationDate='2018-01-01T00:00:00' />",
            "<row Id='1' DisplayName='Eve' CreationDate='2018-01-01T00:00:00' />", "</users>");
        file("Posts.xml", "<posts>", GOOD.formatted(1), GOOD.formatted(1).replace("Number", "Double"),
            answer.formatted(2, "first"), answer.formatted(2, "second") + answer.formatted(1, "the question's"),
            GOOD.formatted(2).replace("Number", "Late"), "</posts>");
        file("Comments.xml", "<comments>",
            "<row Id='5' PostId='1' CreationDate='2018-01-03T00:00:00' UserId='1' Text='one' />",
            "<row Id='5' PostId='1' CreationDate='2018-01-03T00:00:00' UserId='1' Text='two' />", "</comments>");

        Result result = run();

        assertThat(this.told).containsExactly("Users.xml:3", "Posts.xml:3", "Posts.xml:5", "Posts.xml:5", "Posts.xml:6",
            "Comments.xml:3");
        assertThat(List.of(result.users(), result.questions(), result.answers(), result.comments(), result.skipped()))
            .containsExactly(1L, 1L, 1L, 1L, 6L);
        assertThat(titles()).containsExactly("Number 1");
    }
}
