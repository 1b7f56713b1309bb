/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the rows of a dump's file are, whatever the file looks like. */
class RowReaderTest
{
    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<DumpRow> read(byte[] bytes) throws IOException
    {
        Path file = Files.write(this.folder.resolve("Posts.xml"), bytes);
        List<DumpRow> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(file, (name, line, reason) -> this.problems.add(name + ":" + line + ": "
            + reason)))
        {
            for (DumpRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            assertThat(reader.bytes()).isEqualTo(bytes.length);
        }
        return rows;
    }

    private List<String> ids(String text) throws IOException
    {
        return ids(text, StandardCharsets.UTF_8);
    }

    private List<String> ids(String text, Charset charset) throws IOException
    {
        return read(text.getBytes(charset)).stream().map(row -> row.text("Id")).toList();
    }

    @Test
    void readsRowsWithTheirLines() throws IOException
    {
        List<DumpRow> rows = read(("\ufeff<?xml version='1.0' encoding='utf-8'?>\n<posts>\n <row Id=\"1\" "
            + "Body=\"&lt;p&gt;a &quot;b&quot;&#xA;c\u00e9\ud83d\ude00&lt;/p&gt;\" />\n"
            + "<row\n Id='2'\n Title='>' ></row><row Id=\"3\"/></posts>\n").getBytes(StandardCharsets.UTF_8));
        assertThat(rows).extracting(DumpRow::line).containsExactly(3L, 4L, 6L);
        assertThat(rows.get(0).text("Body")).isEqualTo("<p>a \"b\"\nc\u00e9\ud83d\ude00</p>");
        assertThat(rows.get(1).text("Title")).isEqualTo(">");
        assertThat(this.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row Id=\"2\" Title=\"a & b\" />", "<row Id=\"2\" Id=\"2\" />", "<row Id=2 />",
        "<row Id=\"2\" Title=\"<p>a</p>\" />", "<row Id=\"2\" Title=\"never closed />", "<row Id=\"2\" Title=\"&#0;\" />",
        "<row Id=\"2\" Title=\"&xxe;\" />", "<row Id=\"2\" T", "<row Id=\"2\" <row />"})
    void aBrokenRowCostsNoOther(String broken) throws IOException
    {
        assertThat(ids("<posts>\n<row Id=\"1\" />\n" + broken + "\n<row Id=\"3\" />\n</posts>"))
            .containsSubsequence("1", "3").doesNotContain("2");
        assertThat(this.problems).isNotEmpty().allMatch(problem -> problem.matches("Posts.xml:[34]: .+"));
    }

    @Test
    void saysWhereAFileWasCutOff() throws IOException
    {
        assertThat(ids("<posts>\n<row Id=\"1\" />\n<row Id=\"2\" Ti")).containsExactly("1");
        assertThat(this.problems).containsExactly("Posts.xml:3: the file ends within this row");
        this.problems.clear();
        assertThat(ids("<posts>\n<row Id=\"1\" />\n")).containsExactly("1");
        assertThat(this.problems).containsExactly("Posts.xml:3: the file ends before its last element is closed");
    }

    @Test
    void passesOverHugeRows() throws IOException
    {
        assertThat(ids("<posts>\n<row Id=\"1\" Body=\"" + "x".repeat(RowReader.ROW_MAXIMUM)
            + "\" />\n<row Id=\"2\" /></posts>")).containsExactly("2");
        assertThat(this.problems).singleElement().asString().startsWith("Posts.xml:2: is longer than");
    }

    @Test
    void takesTheEncodingThatTheFileNames() throws IOException
    {
        String file = "<?xml version='1.0' encoding='%s'?>\n<posts><row Id=\"\u00e9\" /></posts>";
        assertThat(ids(file.formatted("iso-8859-1"), StandardCharsets.ISO_8859_1)).containsExactly("\u00e9");
        assertThat(ids(file.formatted("utf-16"), StandardCharsets.UTF_16)).containsExactly("\u00e9");
        assertThat(this.problems).isEmpty();
        assertThat(ids(file.formatted("utf-8"), StandardCharsets.ISO_8859_1)).isEmpty();
        assertThat(this.problems).singleElement().asString().contains("encoding");
    }

    @Test
    void readsNoOtherFile() throws IOException
    {
        Path secret = Files.writeString(this.folder.resolve("secret"), "secret");
        assertThat(ids("<!DOCTYPE posts [<!ENTITY xxe SYSTEM \"" + secret.toUri()
            + "\">]>\n<posts><row Id=\"&xxe;\" /><row Id=\"2\" /></posts>")).containsExactly("2");
        assertThat(this.problems).hasSize(1);
    }

    @Test
    void valuesAreWhatTheyMustBe() throws IOException, BadRowException
    {
        DumpRow row = read(("<r><row Id=\"1\" Score=\"x\" A=\"2018-03-12T17:00:45.567\" B=\"2018-13-12T00:00:00\" "
            + "C=\"0001-01-01T00:00:00\" /></r>").getBytes(StandardCharsets.UTF_8)).get(0);
        assertThat(row.number("Id")).isEqualTo(1);
        assertThat(row.time("A")).isEqualTo("2018-03-12T17:00:45.567Z");
        assertThatThrownBy(() -> row.number("Score")).isInstanceOf(BadRowException.class)
            .hasMessage("Score is not a whole number");
        assertThatThrownBy(() -> row.number("None")).hasMessage("None is missing");
        assertThatThrownBy(() -> row.time("B")).hasMessage("B is not a date");
        assertThatThrownBy(() -> row.time("C")).hasMessage("C is not a plausible date");
    }
}
