/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.copsuite.embedded.CopServer;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;

/**
 * The addresses that clients read.
 *
 * @param questions the addresses of questions' pages
 * @param lists the addresses of lists
 * @param searches the addresses of searches, as many as questions: each is read many times
 * @param newSearches the addresses of searches, so many that none is soon repeated
 * @param suggestions the addresses of suggestions, as shown while somebody types a question
 * @param finders the addresses of the expert finder with a typed text
 * @param topics the addresses of those who know a topic
 * @param people the addresses of people's pages
 */
record Pages(List<String> questions, List<String> lists, List<String> searches, List<String> newSearches,
    List<String> suggestions, List<String> finders, List<String> topics, List<String> people)
{
    private static final int MOST = 2_000;

    private static final int NEW_SEARCHES = 40_000;

    private static final int PEOPLE = 300;

    private static final String SEARCH = "/bin/view/CoP/Search?cop-q=";

    /** Part of the address of every question, and of no other page. */
    private static final String QUESTIONS = "/Questions/";

    /** Part of pages that name people and no questions, by group. */
    private static final Map<String, String> CONTENTS = Map.of("topic", "cop-expert", "person", "Person ");

    static Pages of(CopServer wiki) throws SQLException
    {
        Links links = wiki.get(Links.class);
        List<List<String>> rows = new Sql(wiki).rows("select page, title from cop_question where deleted = false "
            + "order by id limit " + MOST);
        List<String> questions = new ArrayList<>();
        List<String> searches = new ArrayList<>();
        List<String> suggestions = new ArrayList<>();
        List<String> finders = new ArrayList<>();
        for (List<String> row : rows) {
            questions.add(links.view(PageId.parse(row.get(0))));
            String[] words = row.get(1).split("\\s+");
            String some = words[words.length / 2] + ' ' + words[words.length - 1];
            searches.add(SEARCH + encode(some));
            suggestions.add("/rest/wikis/xwiki/cop/related?title=" + encode(row.get(1)));
            finders.add("/bin/view/CoP/People?cop-q=" + encode(row.get(1)));
        }
        List<String> lists = new ArrayList<>();
        String tag = new Sql(wiki).rows("select tag from cop_tag order by questions desc limit 1").get(0).get(0);
        for (String query : List.of("cop-order=newest", "cop-order=active", "cop-order=hot", "cop-order=votes",
            "cop-order=unanswered", "cop-tag=" + encode(tag)))
        {
            lists.add("/bin/view/CoP/Questions?" + query);
        }
        return new Pages(questions, lists, searches, newSearches(rows.stream().map(row -> row.get(1)).toList()),
            suggestions, finders,
            each(wiki, "/bin/view/CoP/People?cop-topic=", "select distinct tag from cop_tag order by tag limit " + PEOPLE),
            each(wiki, "/bin/view/CoP/Person?cop-person=",
                "select author from cop_answer group by author order by count(*) desc, author limit " + PEOPLE));
    }

    private static List<String> each(CopServer wiki, String address, String query) throws SQLException
    {
        return new Sql(wiki).rows(query).stream().map(row -> address + encode(row.get(0))).toList();
    }

    /** Combines a word of one title with a word of another one. */
    private static List<String> newSearches(List<String> titles)
    {
        List<String> words = titles.stream().flatMap(title -> Arrays.stream(title.split("\\W+")))
            .filter(word -> word.length() > 3).distinct().toList();
        Random random = new Random(words.size());
        return random.ints(NEW_SEARCHES, 0, words.size())
            .mapToObj(i -> SEARCH + encode(words.get(i) + ' ' + words.get(random.nextInt(words.size())))).toList();
    }

    /**
     * @param addresses the addresses
     * @return a supplier of random addresses
     */
    static Supplier<String> any(List<String> addresses)
    {
        return () -> addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    }

    /**
     * @param addresses the addresses
     * @return a thread-safe supplier that returns one address after the other, then the first one again
     */
    static Supplier<String> inTurn(List<String> addresses)
    {
        AtomicInteger next = new AtomicInteger();
        return () -> addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }

    private static String encode(String text)
    {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Runs clients that read pages as guests.
     *
     * @param server the server
     * @param count the number of clients
     * @param address supplies the next address to read
     * @param duration the duration
     */
    static Load read(ServerProcess server, int count, Supplier<String> address, Duration duration)
        throws InterruptedException
    {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(new Reader(new LeanClient(server.uri(), null), address));
        }
        Load load = Load.run(readers, duration);
        readers.forEach(reader -> reader.client.close());
        return load;
    }

    /**
     * Reads one page of each group, so that no benchmark measures empty pages.
     *
     * @param server the server
     * @param kinds the addresses by group name
     * @throws WrongResultException if a page does not contain what it is about
     */
    static void check(ServerProcess server, Map<String, List<String>> kinds) throws IOException
    {
        LeanClient client = new LeanClient(server.uri(), null);
        try {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                String address = kind.getValue().get(0);
                String content = CONTENTS.getOrDefault(kind.getKey(), QUESTIONS);
                String body = new String(client.get(address).expect(200).body(), StandardCharsets.UTF_8);
                if (!body.contains(content)) {
                    throw new WrongResultException("No [" + content + "] in the page [" + address + "].");
                }
            }
        } finally {
            client.close();
        }
    }

    private record Reader(LeanClient client, Supplier<String> address) implements Load.Client
    {
        @Override
        public void act() throws IOException
        {
            this.client.get(this.address.get()).expect(200);
        }
    }
}
