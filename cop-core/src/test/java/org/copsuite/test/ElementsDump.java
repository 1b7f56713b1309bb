/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Stack Exchange dump of an invented site, whose posts contain every element that posts of such sites use. */
public final class ElementsDump
{
    /** The name of the dump's folder. */
    public static final String FOLDER = "orchards-2020-02";

    private static final String SITE = "https://orchards.stackexchange.com/";

    /** Each body becomes a question, and an answer in which the same body is inside a quotation and a list item. */
    private static final List<String> BODIES = List.of(
        "<p>Plain <strong>bold</strong>, <em>italic</em>, <strong><em>both</em></strong>, <code>inline code</code>, "
            + "<del>struck</del>, x<sup>2</sup> and H<sub>2</sub>O.</p>",
        "<blockquote>\n  <p>One line.</p>\n</blockquote>\n\n<p>The author's.</p>\n\n<blockquote>\n  <p>Two</p>\n\n  <p>paragraphs "
            + "with <code>code()</code>.</p>\n</blockquote>",
        "<blockquote>\n<blockquote>\n<p>Inner</p>\n</blockquote>\n<p>Outer</p>\n</blockquote>",
        "<blockquote>\n<p>Before a list</p>\n<ul>\n<li>an item</li>\n<li>another</li>\n</ul>\n<pre><code>and code\n</code></pre>\n"
            + "</blockquote>",
        "<p>Who is it?</p>\n\n<blockquote class=\"spoiler\">\n  <p>The <strong>gardener</strong> with <code>shears</code>.</p>\n"
            + "\n  <p>At night.</p>\n</blockquote>\n\n<p>Yes.</p>",
        "<p>Press <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>, then <kbd>~</kbd> or <kbd>[[</kbd>.</p>",
        "<ul>\n<li>one</li>\n<li>two\n<ul>\n<li>two a</li>\n<li>two b\n<ol>\n<li>deep</li>\n</ol></li>\n</ul></li>\n<li><p>three "
            + "with a paragraph</p>\n\n<p>and another</p></li>\n</ul>",
        "<ol start=\"3\">\n<li>third</li>\n<li>fourth\n\n<pre><code>code in an item\n</code></pre></li>\n</ol>",
        "<pre><code>if (a &lt; b &amp;&amp; c) {\n    **not bold**  [[no link]] {{no macro}}\n\n\treturn \"~\";\n}\n</code></pre>",
        "<pre class=\"lang-java prettyprint-override\"><code>int[][] a = {{1}, {2}}; // {{{ verbatim }}}\n</code></pre>",
        "<p>Inline <code>--all --size</code>, <code>__init__</code>, <code>a|b</code>, <code>{{x}}</code> and "
            + "<code>C:\\\\dir</code>.</p>",
        "<table>\n<thead><tr><th>Name</th><th>Age</th></tr></thead>\n<tbody><tr><td>Ada</td><td>36</td></tr>\n"
            + "<tr><td><code>x|y</code></td><td><strong>bold</strong> cell</td></tr></tbody></table>",
        "<p>A <a href=\"https://example.org/a_(b)?c=d&amp;e=[f]#g\">link</a>, <a href=\"https://example.org/bare\" "
            + "rel=\"nofollow\">https://example.org/bare</a>, one with a <a href=\"https://example.org/t\" title=\"A title\">title"
            + "</a>, <strong><a href=\"https://example.org/bold\">bold</a></strong> and <a href=\"mailto:a@example.org\">mail</a>.</p>",
        "<p>See <a href=\"/questions/1/why\">there</a>, <a href=\"" + SITE + "q/2\">short</a>, <a href=\"" + SITE
            + "questions/3/x/4#4\">an answer</a> and <a href=\"/users/5/somebody\">somebody</a>.</p>",
        "<p><img src=\"https://i.stack.imgur.com/aBcDe.png\" alt=\"An apple\"></p>\n\n<p><a href=\"https://example.org/big.png\">"
            + "<img src=\"https://i.stack.imgur.com/fGhIj.png\" alt=\"enter image description here\"></a></p>",
        "<h1>First</h1>\n\n<p>Text.</p>\n\n<h2>Second with <code>code</code></h2>\n\n<hr>\n\n<h3>Third</h3>",
        "<p>Line one<br>line two</p>\n\n<p>$\\alpha_{1}^{2}$ and $$\\frac{{a}}{{b}}$$ and ${{secrets.TOKEN}}.</p>",
        "<p>\u0645\u0631\u062d\u0628\u0627 <code>SELECT (a + b);</code> \u0639\u0627\u0644\u0645, \u4f60\u597d, na\u00efve "
            + "\ud83c\udf4e.</p>",
        "<p>Signs: ** // -- __ ^^ ,, ## [[ ]] {{ }} {{{ }}} (% %) ((( ))) ~ \\\\ | = &gt; image: a attach: b http://x. (see "
            + "https://example.org/p).</p>");

    private ElementsDump()
    {
    }

    /**
     * Writes the dump.
     *
     * @param parent the folder in which the folder {@value #FOLDER} is created
     * @return the folder {@value #FOLDER}
     * @throws IOException if a file cannot be written
     */
    public static Path write(Path parent) throws IOException
    {
        Path folder = Files.createDirectories(parent.resolve(FOLDER));
        List<String> posts = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < BODIES.size(); i++) {
            int number = 2 * i + 1;
            String body = BODIES.get(i);
            posts.add(row(number, "PostTypeId='1' Title='How do trees do thing " + number + "?' Tags='&lt;pruning&gt;'", body));
            posts.add(row(number + 1, "PostTypeId='2' ParentId='" + number + "'", "<p>Again:</p>\n<blockquote>\n" + body
                + "\n</blockquote>\n<ul>\n<li>" + body + "</li>\n</ul>"));
            comments.add("<row Id='" + number + "' PostId='" + number + "' CreationDate='2020-01-03T12:00:00.000' UserId='1' "
                + "Text='" + escaped("See [this](https://example.org/a_(b)), `a[0]`, **now**, https://example.org/c.") + "' />");
        }
        file(folder, "Posts", posts);
        file(folder, "Comments", comments);
        file(folder, "Users", List.of("<row Id='1' DisplayName='Pomologist' CreationDate='2019-01-01T00:00:00.000' />"));
        file(folder, "Votes", List.of());
        file(folder, "PostLinks", List.of("<row Id='1' CreationDate='2020-01-04T00:00:00.000' PostId='3' RelatedPostId='1' "
            + "LinkTypeId='3' />"));
        return folder;
    }

    private static String row(int number, String more, String body)
    {
        return "<row Id='" + number + "' " + more + " CreationDate='2020-01-02T00:00:00.000' OwnerUserId='1' Score='0' Body='"
            + escaped(body) + "' />";
    }

    private static String escaped(String text)
    {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;").replace("\n", "&#xA;")
            .replace("\t", "&#x9;");
    }

    private static void file(Path folder, String name, List<String> rows) throws IOException
    {
        Files.writeString(folder.resolve(name + ".xml"), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rows>\n"
            + String.join("\n", rows) + "\n</rows>\n");
    }
}
