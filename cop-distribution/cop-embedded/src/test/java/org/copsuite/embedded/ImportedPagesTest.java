/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import org.copsuite.test.ElementsDump;
import org.copsuite.transfer.ImportCommand;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.wiki.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way of an imported post: what stands in the dump, element by element, is on the page that the wiki serves to
 * a guest.
 */
class ImportedPagesTest
{
    /** The folder of public dumps, which are no part of the project. */
    private static final String DUMPS = "cop.test.dumps";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /**
     * A post of a dump.
     *
     * @param number its number
     * @param question the number of its question
     * @param body its HTML
     */
    private record Source(long number, long question, String body)
    {
    }

    @Test
    void showsEachElementOfAGeneratedDump() throws Exception
    {
        Path dump = ElementsDump.write(this.folder);

        Map<String, List<String>> differences = differences(dump);

        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantumcomputing-2018-09", "ai-2017-03"})
    void showsEachElementOfAPublicDump(String name) throws Exception
    {
        String dumps = System.getProperty(DUMPS);
        assumeTrue(dumps != null, "Public dumps are read only where -Dcop.test.dumps names their folder.");
        Path dump = Path.of(dumps, name);
        assumeTrue(Files.isDirectory(dump), "The folder " + dump + " is not there.");

        assertThat(differences(dump)).isEmpty();
    }

    /** @return what differs, by the kind of element, with the posts */
    private Map<String, List<String>> differences(Path dump) throws Exception
    {
        WikiOptions options =
            new WikiOptions(WikiOptions.LOOPBACK, 0, this.folder.resolve("data"), null, true);
        try (CopServer wiki = CopServer.open(options)) {
            Order order = new Order(WikiOptions.WIKI, wiki.get(People.class).service(), dump, null, null);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int status = wiki.get(ImportCommand.class).run(order, new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8), false);
            assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        }
        List<Source> posts = posts(dump);
        assertThat(posts).isNotEmpty();
        try (CopServer wiki = CopServer.start(options)) {
            return compare(new Site(dump, wiki.uri()), posts);
        }
    }

    private Map<String, List<String>> compare(Site site, List<Source> posts) throws Exception
    {
        Map<String, List<String>> differences = new TreeMap<>();
        Map<String, Integer> compared = new TreeMap<>();
        for (Source post : posts) {
            Element source = Jsoup.parseBodyFragment(post.body, site.address()).body();
            Element shown = site.text(post);
            site.dropTitles(source, shown);
            Map<String, List<String>> expected = PostElements.ofSource(source);
            Map<String, List<String>> actual = PostElements.ofPage(shown);
            site.sameAddresses(expected, actual);
            expected.forEach((kind, elements) -> {
                compared.merge(kind, elements.size(), Integer::sum);
                if (!elements.equals(actual.get(kind))) {
                    differences.computeIfAbsent(kind, unused -> new ArrayList<>())
                        .add("post " + post.number + ": " + elements + "\n     became " + actual.get(kind));
                }
            });
        }
        System.out.println("Compared on " + posts.size() + " posts of " + site.name + ": " + compared + ", different: "
            + differences.entrySet().stream().map(one -> one.getKey() + ' ' + one.getValue().size()).toList());
        return differences;
    }

    private static List<Source> posts(Path dump) throws Exception
    {
        Map<Long, Source> posts = new LinkedHashMap<>();
        XMLStreamReader rows = XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(Files.newBufferedReader(dump.resolve("Posts.xml")));
        while (rows.hasNext()) {
            if (rows.next() == XMLStreamConstants.START_ELEMENT && rows.getAttributeValue(null, "Body") != null
                && Stream.of("1", "2").anyMatch(type -> type.equals(rows.getAttributeValue(null, "PostTypeId"))))
            {
                long number = Long.parseLong(rows.getAttributeValue(null, "Id"));
                String parent = rows.getAttributeValue(null, "ParentId");
                posts.put(number, new Source(number, parent == null ? number : Long.parseLong(parent),
                    rows.getAttributeValue(null, "Body")));
            }
        }
        return posts.values().stream().filter(post -> posts.containsKey(post.question)).toList();
    }

    /** An imported site in the running wiki. */
    private final class Site
    {
        private final String name;

        private final URI wiki;

        private final Map<Long, Document> pages = new LinkedHashMap<>();

        Site(Path dump, URI wiki)
        {
            this.name = dump.getFileName().toString().replaceAll("-\\d{4}-\\d{2}$", "");
            this.wiki = wiki;
        }

        String address()
        {
            return "https://" + this.name + ".stackexchange.com/";
        }

        private UUID id(long number)
        {
            return UUID.nameUUIDFromBytes(
                ("stackexchange/" + this.name + "/post/" + number).getBytes(StandardCharsets.UTF_8));
        }

        /** @return the text of a post as its page shows it */
        Element text(Source post) throws IOException, InterruptedException
        {
            String anchor = "cop-post-" + id(post.number);
            Document page = this.pages.get(post.question);
            if (page == null) {
                page = get(id(post.question), id(post.question));
                this.pages.put(post.question, page);
            }
            Element shown = page.getElementById(anchor);
            if (shown == null) {
                shown = get(id(post.question), id(post.number)).getElementById(anchor);
            }
            assertThat(shown).as("post " + post.number).isNotNull();
            return shown.selectFirst(".cop-text");
        }

        private Document get(UUID question, UUID post) throws IOException, InterruptedException
        {
            String json = fetch(this.wiki.resolve("/rest/wikis/xwiki/cop/questions/" + question), "application/json");
            String path = json.replaceFirst("(?s).*?\"url\":\"([^\"]+)\".*", "$1");
            URI page = this.wiki.resolve(path);
            return Jsoup.parse(fetch(URI.create(page + "?cop-show=" + post), "text/html"), this.wiki + "/");
        }

        private String fetch(URI address, String type) throws IOException, InterruptedException
        {
            var answer = ImportedPagesTest.this.client.send(HttpRequest.newBuilder(address).header("Accept", type).build(),
                BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
            return answer.body();
        }

        /** A bare address of a post of this dump becomes a link that is named by the title of that post. */
        void dropTitles(Element source, Element shown)
        {
            List<Element> before = source.select("a[href]").stream().filter(link -> isOwn(link.absUrl("href"))).toList();
            List<Element> after = shown.select("a[href^=/bin/view/]");
            for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
                if (before.get(i).text().equals(before.get(i).attr("href"))) {
                    before.get(i).text("");
                    after.get(i).text("");
                }
            }
        }

        private boolean isOwn(String address)
        {
            return address.matches("https?://" + this.name + "\\.stackexchange\\.com/(questions|q|a)/.*");
        }

        /**
         * Makes addresses alike that lead to the same: those that browsers write in one way and dumps in several, and
         * links to posts of this dump, which lead to the wiki's own pages.
         */
        void sameAddresses(Map<String, List<String>> expected, Map<String, List<String>> actual)
        {
            for (String kind : List.of("links", "pictures")) {
                List<String> before = expected.get(kind);
                List<String> after = new ArrayList<>(actual.get(kind).stream().map(this::plain).toList());
                List<String> source = new ArrayList<>();
                for (int i = 0; i < before.size(); i++) {
                    String now = i < after.size() ? after.get(i) : "";
                    boolean own = isOwn(before.get(i)) && now.startsWith(plain(this.wiki.toString()));
                    source.add(own ? now : plain(before.get(i)));
                }
                expected.put(kind, source);
                actual.put(kind, after);
            }
        }

        private String plain(String address)
        {
            String text = address.replaceAll("[\\s\\u200b-\\u200f]+", "").replace("%20", "");
            try {
                text = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // A percent sign that escapes nothing.
                text = text.replace("%25", "%");
            }
            return text.replaceFirst("^http://((?:[a-z0-9.-]+\\.)?(?:imgur\\.com|sstatic\\.net)/)", "https://$1")
                .replaceFirst("^(https?://[^/]+)$", "$1/");
        }
    }
}
