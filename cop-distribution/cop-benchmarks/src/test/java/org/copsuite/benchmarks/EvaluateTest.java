/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be measured gets one sentence; what can, a table. */
class EvaluateTest
{
    private static final String POSTS = """
        <?xml version="1.0" encoding="utf-8"?>
        <posts>
        <row Id="1" PostTypeId="1" CreationDate="2017-01-01T10:00:00.000" Score="1" ViewCount="5" OwnerUserId="1"
         Body="&lt;p&gt;My rye sourdough does not rise in the cold kitchen.&lt;/p&gt;" Title="Why does rye sourdough not rise?"
         Tags="&lt;bread&gt;" AnswerCount="0" CommentCount="0" />
        <row Id="2" PostTypeId="1" CreationDate="2017-01-02T10:00:00.000" Score="1" ViewCount="5" OwnerUserId="1"
         Body="&lt;p&gt;How warm should a sourdough of rye be, so that it rises?&lt;/p&gt;" Title="How warm should rye sourdough be?"
         Tags="&lt;bread&gt;" AnswerCount="0" CommentCount="0" />
        <row Id="3" PostTypeId="1" CreationDate="no date at all" Score="1" Body="&lt;p&gt;Rye.&lt;/p&gt;" Title="Rye?" Tags="" />
        <row PostTypeId="1" Body="no number" />
        </posts>
        """;

    private static final String LINKS = """
        <?xml version="1.0" encoding="utf-8"?>
        <postlinks>
        <row Id="1" CreationDate="2017-01-03T10:00:00.000" PostId="1" RelatedPostId="2" LinkTypeId="1" />
        <row Id="2" CreationDate="2017-01-03T10:00:00.000" PostId="1" RelatedPostId="3" LinkTypeId="1" />
        <row Id="3" CreationDate="2017-01-03T10:00:00.000" PostId="3" RelatedPostId="2" LinkTypeId="1" />
        <row Id="4" PostId="x" />
        </postlinks>
        """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments)
    {
        return Evaluate.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
            new PrintStream(this.err, true, StandardCharsets.UTF_8));
    }

    private void assertSentence(String says, String... arguments)
    {
        this.err.reset();
        assertThat(run(arguments)).isNotZero();
        assertThat(this.err.toString(StandardCharsets.UTF_8)).as(String.join(" ", arguments))
            .startsWith("cop: ").contains(says).endsWith(".\n").containsOnlyOnce("\n").doesNotContain("Exception", "null");
        assertThat(this.out.size()).as("no table of nothing").isZero();
    }

    private void file(String name, String content) throws IOException
    {
        Files.writeString(this.folder.resolve(name), content);
    }

    private void assertUnusable(String says)
    {
        assertSentence(says, "related", this.folder.toString());
    }

    @Test
    void wrongArguments()
    {
        assertSentence("Usage: cop evaluate related DIR");
        assertSentence("Usage: cop evaluate related DIR", "related");
        assertSentence("--nothing", "related", "somewhere", "--nothing");
        assertSentence("--data", "related", "somewhere", "--data");
        assertSentence("Usage: cop evaluate related DIR", "related", "somewhere", "--runs", "there");
        assertSentence("Usage: cop evaluate related DIR", "experts");
        assertSentence("Usage: cop evaluate related DIR", "experts", "somewhere", "--data", "there");
        assertSentence("Usage: cop evaluate related DIR", "faq", "one", "two");
        assertSentence("Usage: cop evaluate related DIR", "nothing", "somewhere");
    }

    @Test
    void aFolderThatIsNoDump() throws IOException
    {
        assertUnusable("has no Posts.xml");
        assertSentence("There is no folder", "related", this.folder.resolve("nowhere").toString());
        file("dump", "");
        assertSentence("is a file", "related", this.folder.resolve("dump").toString());
        file("Posts.xml", POSTS);
        assertUnusable("has no PostLinks.xml");
        Files.createDirectory(this.folder.resolve("PostLinks.xml"));
        assertUnusable("has no PostLinks.xml");
        Files.delete(this.folder.resolve("PostLinks.xml"));
        Files.delete(this.folder.resolve("Posts.xml"));
        file("PostLinks.xml", LINKS);
        assertUnusable("has no Posts.xml");
    }

    @Test
    void filesThatAreNoXmlOfADump() throws IOException
    {
        file("PostLinks.xml", LINKS);
        for (String garbage : List.of("", "no XML", "<posts><row Id=\"1\"", "<posts>\u0000</posts>", "\u001f\u008b\b", "<a/><b/>",
            "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><posts>&e;</posts>")) {
            file("Posts.xml", garbage);
            assertUnusable("Posts.xml is not well-formed XML");
        }
        Files.write(this.folder.resolve("Posts.xml"), new byte[] {'<', 'p', '>', (byte) 0xff, (byte) 0xfe, '<', '/', 'p', '>'});
        assertUnusable("Posts.xml");
        file("Posts.xml", "<html><body>moved</body></html>");
        assertUnusable("holds no question");
        file("Posts.xml", POSTS);
        file("PostLinks.xml", LINKS.substring(0, 150));
        assertUnusable("PostLinks.xml is not well-formed XML");
        file("PostLinks.xml", "<postlinks/>");
        assertUnusable("No question of");
    }

    @Test
    void aDumpThatTheImportRefuses() throws IOException
    {
        file("Posts.xml", POSTS.replace("posts>", "notes>"));
        file("PostLinks.xml", LINKS);
        assertUnusable("first element is <notes>");
        file("Posts.xml", POSTS);
        file("taken", "");
        assertSentence("taken", "related", this.folder.toString(), "--data", this.folder.resolve("taken").toString());
    }

    @Test
    void threeRowsForADump() throws IOException
    {
        file("Posts.xml", POSTS);
        file("PostLinks.xml", LINKS);

        assertThat(run("related", this.folder.toString())).as(this.err.toString(StandardCharsets.UTF_8)).isZero();

        assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("as the question's page asks", "as the form asks",
            "with the title alone", "\"queries\":1", "\"pageNdcg10\":1.0", "\"titleNdcg10\":1.0");
    }

    private void assertUnusableExperts(String says)
    {
        assertSentence(says, "experts", this.folder.toString());
    }

    @Test
    void expertsOfADumpThatCannotBeUsed() throws IOException
    {
        assertSentence("There is no folder", "experts", this.folder.resolve("nowhere").toString());
        assertUnusableExperts("has no Posts.xml");
        file("Posts.xml", "<posts><row");
        assertUnusableExperts("Posts.xml is not well-formed XML");
        file("Posts.xml", POSTS);
        assertUnusableExperts("there is nothing to measure");
    }

    /** Ten people answer two questions each; the third question of each topic is answered by who answered the first two. */
    private static String expertPosts()
    {
        StringBuilder rows = new StringBuilder("<posts>");
        for (int round = 1; round <= 3; round++) {
            for (int person = 1; person <= 10; person++) {
                int id = 100 * round + 2 * person;
                String time = String.format("2017-0%d-%02dT10:%%02d:00.000", round, person);
                rows.append(String.format("<row Id=\"%d\" PostTypeId=\"1\" CreationDate=\"%s\" OwnerUserId=\"99\" "
                    + "AcceptedAnswerId=\"%d\" Title=\"How does topic%dword work in round %d?\" "
                    + "Body=\"&lt;p&gt;The topic%dword is hard.&lt;/p&gt;\" Tags=\"&lt;topic%d&gt;\" />", id,
                    String.format(time, 0), id + 1, person, round, person, person));
                rows.append(String.format("<row Id=\"%d\" PostTypeId=\"2\" ParentId=\"%d\" CreationDate=\"%s\" "
                    + "OwnerUserId=\"%d\" Body=\"&lt;p&gt;The topic%dword turns.&lt;/p&gt;\" />", id + 1, id,
                    String.format(time, 1), person, person));
            }
        }
        return rows.append("<row Id=\"900\" PostTypeId=\"2\" CreationDate=\"never\" /></posts>").toString();
    }

    @Test
    void expertsBesideWhatTheyAreComparedWith() throws IOException
    {
        file("Posts.xml", expertPosts());
        Path runs = this.folder.resolve("runs");

        assertThat(run("experts", this.folder.toString(), "--runs", runs.toString()))
            .as(this.err.toString(StandardCharsets.UTF_8)).isZero();

        String name = this.folder.getFileName().toString();
        assertThat(this.out.toString(StandardCharsets.UTF_8))
            .contains("finder ", "popularity ", "recency ", "bm25 ", "mix ", '"' + name + ".queries\":10")
            .contains('"' + name + ".finder.mrr\":1.0", '"' + name + ".finder.p1\":1.0").doesNotContain("pooled");
        assertThat(runs.resolve(name + ".qrels")).content().startsWith("302 0 1 1\n");
        assertThat(runs.resolve(name + "-finder.run")).content().startsWith("302 Q0 1 1 ");
        assertThat(runs.resolve(name + "-mix.run")).content().contains(" mix\n");
    }

    @Test
    void rephrasedQuestionsFindTheirThread() throws IOException
    {
        Path faq = this.folder.resolve("faq.xml");
        assertSentence("There is no file", "faq", faq.toString());
        file("faq.xml", "<root><qapair>");
        assertSentence("is not well-formed XML", "faq", faq.toString());
        file("faq.xml", "<root/>");
        assertSentence("holds no rephrased question", "faq", faq.toString());
        file("faq.xml", """
            <root><qapair><rephr>The oven stays cold when I bake rye.</rephr><rephr>*</rephr><rephr>Cold oven</rephr>
            <question>Why is my oven cold?</question><answer>Because the oven has no power.</answer>
            <answer>The rye wants a warm oven.</answer></qapair>
            <qapair><rephr>Dough without yeast</rephr><question>How does dough rise without yeast?</question>
            <answer>With sourdough.</answer></qapair></root>""");

        assertThat(run("faq", faq.toString())).as(this.err.toString(StandardCharsets.UTF_8)).isZero();

        assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("\"queries\":3", "\"threads\":2",
            "\"threadP1\":1.0", "\"threadMrr\":1.0", "\"pairMap\":1.0");
    }
}
