/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.acceptance.site.EmbeddedHost;
import org.copsuite.acceptance.site.Site;
import org.copsuite.embedded.CopServer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionQueries;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * A Stack Exchange dump whose titles, tags, names, bodies and comments are all hostile, imported once into the wiki under
 * test. Each text is there twice: as the HTML of a question, and, escaped, as the visible text of its answer.
 */
final class HostileDump implements Progress
{
    /** Hostile only as HTML. */
    static final List<String> HTML = List.of(
        "<p onclick=\"window." + Hostile.CANARY + "=21\" style=\"position:fixed;top:0;left:0;width:100%\">p</p>",
        "<a href=\"javascript:window." + Hostile.CANARY + "=22\">a</a> <a href=\" java\tscript:alert(1)\">b</a>",
        "<a href=\"http://x.example/||onclick=&quot;window." + Hostile.CANARY + "=23&quot;\">a</a>"
            + "<a href=\"http://x.example/]]{{html}}<script>window." + Hostile.CANARY + "=24</script>{{/html}}\">b</a>",
        "<img src=\"javascript:window." + Hostile.CANARY + "=25\"><img src=x onerror=\"window." + Hostile.CANARY + "=26\" "
            + "alt=\"}}{{velocity}}$x{{/velocity}}\">",
        "<div class=\"cop\" data-cop-texts=\"{}\"><form class=\"cop-form\" method=\"post\" "
            + "action=\"/rest/wikis/xwiki/cop/recognition\"><input name=\"on\" value=\"false\"><button>go</button></form></div>",
        "<pre><code>}}}{{/code}}{{html clean=false}}<script>window." + Hostile.CANARY + "=27</script>{{/html}}</code></pre>",
        "<blockquote>)))(% onclick=\"window." + Hostile.CANARY + "=28\" %)(((x</blockquote>",
        "<table><tr><td>|=a||onclick=b</td><td>{{include reference=\"XWiki.XWikiPreferences\"/}}</td></tr></table>",
        "<svg><script>window." + Hostile.CANARY + "=29</script></svg><math><mtext><style><img src=x onerror=alert(1)>",
        "<b>".repeat(500) + "deep" + "<blockquote>".repeat(500) + "deeper");

    /** The site's name. */
    static final String SITE = "hostile-import";

    /** The number of a question of a million characters. */
    private static final int LONG = 5001;

    private static HostileDump imported;

    private final List<String> texts = new ArrayList<>(Hostile.TEXTS);

    private final List<String> users = new ArrayList<>();

    private final List<String> posts = new ArrayList<>();

    private final List<String> comments = new ArrayList<>();

    private final List<String> skipped = new ArrayList<>();

    private final List<Thread> threads = new ArrayList<>();

    private Result result;

    private String community;

    private String longText;

    /**
     * A question of the dump, as it stands in the wiki.
     *
     * @param text what it was made of
     * @param path where it is shown
     * @param profile where its author is shown
     */
    record Thread(String text, String path, String profile)
    {
    }

    private HostileDump()
    {
        this.texts.addAll(HTML);
        for (int i = 0; i < this.texts.size(); i++) {
            thread(i + 1, this.texts.get(i));
        }
        // A million characters, and one more than a post may have.
        row(this.posts, "Id", "" + LONG, "PostTypeId", "1", "CreationDate", "2019-01-01T00:00:00", "Title", "A long text",
            "Body", "<p>" + "long <b>words</b> ".repeat(55_000) + "</p>", "OwnerUserId", "1");
        row(this.posts, "Id", "5002", "PostTypeId", "1", "CreationDate", "2019-01-01T00:00:00", "Title", "A longer text",
            "Body", "x".repeat(1_000_001), "OwnerUserId", "1");
        this.posts.add("<row Id=\"5003\" PostTypeId=\"1\" CreationDate=\"2019-01-01T00:00:00\" Title=\"null\" Body=\"&#0;\" />");
        this.posts.add("<row Id=\"5004\" PostTypeId=\"1\" Title=\"<script>window." + Hostile.CANARY + "=30</script>\" />");
    }

    private void thread(int number, String text)
    {
        String at = "2019-01-01T00:00:00";
        row(this.users, "Id", "" + number, "DisplayName", text, "CreationDate", at, "AboutMe", text, "Location", text);
        row(this.posts, "Id", "" + 2 * number, "PostTypeId", "1", "CreationDate", at, "Title", "Hostile " + text, "Body",
            text, "Tags", "<hostile><" + text + ">", "OwnerUserId", "" + number, "LastEditorDisplayName", text,
            "LastEditDate", at, "ClosedDate", at);
        row(this.posts, "Id", "" + (2 * number + 1), "PostTypeId", "2", "ParentId", "" + 2 * number, "CreationDate", at,
            "Body", "<p>" + escape(text) + "</p><p>The end of the answer.</p>", "OwnerDisplayName", text);
        row(this.comments, "Id", "" + number, "PostId", "" + 2 * number, "CreationDate", at, "Text", text, "UserId",
            "" + number);
        row(this.comments, "Id", "" + (1_000 + number), "PostId", "" + (2 * number + 1), "CreationDate", at, "Text",
            escape(text), "UserDisplayName", text);
    }

    /** A well-formed row: what no XML may hold is left out. */
    private static void row(List<String> rows, String... attributes)
    {
        StringBuilder row = new StringBuilder("<row");
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1].replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD]", "");
            row.append(' ').append(attributes[i]).append("=\"").append(escape(value).replace("\n", "&#xA;"))
                .append('"');
        }
        rows.add(row.append(" />").toString());
    }

    private static String escape(String text)
    {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** @return the dump, imported into the wiki under test at the first call */
    static synchronized HostileDump imported(Site site)
    {
        assumeTrue(site.host() instanceof EmbeddedHost, "The import is a command on the server of the wiki.");
        if (imported == null) {
            HostileDump dump = new HostileDump();
            dump.bringInto(((EmbeddedHost) site.host()).server());
            imported = dump;
        }
        return imported;
    }

    private void bringInto(CopServer server)
    {
        try {
            Path parent = Files.createTempDirectory("cop-hostile");
            Path folder = Files.createDirectory(parent.resolve(SITE));
            write(folder, "Users", this.users);
            write(folder, "Posts", this.posts);
            write(folder, "Comments", this.comments);
            StackExchangeImport importer = server.get(StackExchangeImport.class);
            UserId service = server.get(People.class).service();
            this.result = importer.run(new Order(new WikiId("xwiki"), service, folder, null, null), this);
            server.get(LedgerConsumers.class).await(Duration.ofMinutes(1));
            for (int i = 0; i < this.texts.size(); i++) {
                Page page = server.get(Pages.class)
                    .load(server.get(QuestionQueries.class).find(service, importer.post(folder, 2 * (i + 1))).page())
                    .orElseThrow();
                this.threads.add(new Thread(this.texts.get(i), server.get(Links.class).view(page.id()),
                    server.get(Persons.class).find(List.of(page.author())).get(page.author()).profile()));
                this.community = URI.create(this.threads.get(0).path()).resolve("../../").getPath();
            }
            this.longText = server.get(Links.class)
                .view(server.get(QuestionQueries.class).find(service, importer.post(folder, LONG)).page());
            try (Stream<Path> files = Files.walk(parent)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path folder, String name, List<String> rows) throws IOException
    {
        Files.writeString(folder.resolve(name + ".xml"), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rows>\n"
            + String.join("\n", rows) + "\n</rows>\n");
    }

    @Override
    public void at(String step, double done)
    {
        // How far it is does not matter here.
    }

    @Override
    public void skipped(String file, long line, String reason)
    {
        this.skipped.add(file + ':' + line + ": " + reason);
    }

    /** @return what the import counted */
    Result result()
    {
        return this.result;
    }

    /** @return the rows that were passed over, as {@code file:line: reason} */
    List<String> skipped()
    {
        return List.copyOf(this.skipped);
    }

    /** @return the questions that were made of the texts */
    List<Thread> threads()
    {
        return List.copyOf(this.threads);
    }

    /** @return where the community is shown */
    String community()
    {
        return this.community;
    }

    /** @return where the question of a million characters is shown */
    String longText()
    {
        return this.longText;
    }

    /** @return the line in Posts.xml of its nth last row, from 1 */
    int lineOfPost(int fromTheEnd)
    {
        return 2 + this.posts.size() - fromTheEnd + 1;
    }
}
