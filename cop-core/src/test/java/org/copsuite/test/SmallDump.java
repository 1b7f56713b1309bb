/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Stack Exchange dump of an invented site about keeping bees, with some of everything that dumps contain, and the
 * counts and scores that its import must produce.
 */
public final class SmallDump
{
    /** The name of the dump's folder, and so of the site. */
    public static final String FOLDER = "hives-2019-03";

    /** The number of people in Users.xml. */
    public static final int USERS = 30;

    private static final List<String> TAGS = List.of("swarming", "wax", "wintering", "queen-bees", "honey-2.0", "c++");

    private static final LocalDate START = LocalDate.parse("2018-01-01");

    private final int questions;

    private final Map<Long, Integer> scores = new LinkedHashMap<>();

    private final List<Long> accepted = new ArrayList<>();

    private final List<String> posts = new ArrayList<>();

    private final List<String> votes = new ArrayList<>();

    private final List<String> comments = new ArrayList<>();

    private final List<String> links = new ArrayList<>();

    private final List<String> history = new ArrayList<>();

    private long answers;

    private long votesUp;

    private long votesDown;

    /** @param questions the number of questions; the dump has as many answers and as many comments */
    public SmallDump(int questions)
    {
        this.questions = questions;
        for (int number = 1; number <= questions; number++) {
            question(number);
        }
        // Rows that the import must skip.
        this.posts.add("<row Id='900001' PostTypeId='1' CreationDate='2018-01-01T00:00:00' Title='No body' />");
        this.posts.add("<row Id='900002' PostTypeId='2' ParentId='800000' CreationDate='2018-01-01T00:00:00' Body='x' />");
        this.comments.add("<row Id='900003' PostId='800000' CreationDate='2018-01-01T00:00:00' Text='lost' />");
        this.votes.add("<row Id='900004' PostId='1' VoteTypeId='2' CreationDate='a & b' />");
    }

    private void question(int number)
    {
        int count = number % 3;
        boolean chosen = count > 0 && number % 2 == 0;
        long first = this.questions + this.answers + 1;
        String more = " Title='Why do my bees do thing " + number + "?' Tags='&lt;" + TAGS.get(number % 6) + "&gt;&lt;"
            + TAGS.get((number + 1) % 6) + "&gt;' ViewCount='" + 3 * number + "'"
            + (chosen ? " AcceptedAnswerId='" + first + "'" : "")
            + (number % 8 == 0 ? " LastEditorUserId='7' LastEditDate='2018-12-02T08:00:00.123'" : "")
            + (number % 10 == 0 ? " ClosedDate='2018-12-24T10:11:12.130'" : "");
        post(number, 1, number, more);
        for (int i = 0; i < count; i++) {
            this.answers++;
            post(first + i, 2, number + i, " ParentId='" + number + "'");
        }
        if (chosen) {
            this.accepted.add(first);
            vote(first, 1, number + 2);
        }
        comment(count == 2 ? first : number, number);
        if (number % 9 == 1 && number > 1) {
            link(number, number - 1, 1);
        }
        if (number % 20 == 0) {
            link(number, number - 3, 3);
        } else if (number % 10 == 0) {
            this.history.add("<row Id='" + number + "' PostHistoryTypeId='10' PostId='" + number + "' Comment='103' />");
        }
    }

    private void post(long number, int type, int seed, String more)
    {
        int up = seed % 5;
        int down = seed % 7 == 0 ? 2 : 0;
        for (int i = 0; i < up; i++) {
            vote(number, 2, seed + i % 2);
        }
        for (int i = 0; i < down; i++) {
            vote(number, 3, seed);
        }
        // If the votes add up to another score than the post states, the import must use the score of the post.
        int unexplained = seed % 11 == 0 ? 3 : 0;
        this.scores.put(number, up - down - unexplained);
        this.votesUp += up;
        this.votesDown += down + unexplained;
        String owner = seed % 13 == 0 ? "OwnerDisplayName='Gone Girl " + seed % 2 + "'"
            : "OwnerUserId='" + (1 + seed % (USERS + 2)) + "'";
        this.posts.add("<row Id='" + number + "' PostTypeId='" + type + "' CreationDate='" + day(seed) + "T09:30:00.500' "
            + owner + " Score='" + (up - down - unexplained) + "' Body='&lt;p&gt;Text &lt;strong&gt;" + number
            + "&lt;/strong&gt; with &lt;code&gt;frame[" + seed + "]&lt;/code&gt;&lt;/p&gt;&#xA;&lt;ul&gt;&lt;li&gt;wax"
            + "&lt;/li&gt;&lt;/ul&gt;'" + more + " />");
    }

    private void vote(long post, int type, int seed)
    {
        this.votes.add("<row Id='" + (this.votes.size() + 1) + "' PostId='" + post + "' VoteTypeId='" + type
            + "' CreationDate='" + day(seed + 1) + "T00:00:00.000' />");
    }

    private void comment(long post, int seed)
    {
        this.comments.add("<row Id='" + seed + "' PostId='" + post + "' CreationDate='" + day(seed + 3)
            + "T12:00:00.000' UserId='" + (1 + seed % USERS) + "' Text='See `frame[" + seed + "]`, **please**.' />");
    }

    private void link(long from, long to, int type)
    {
        this.links.add("<row Id='" + (this.links.size() + 1) + "' CreationDate='2018-12-24T10:11:12.130' PostId='" + from
            + "' RelatedPostId='" + to + "' LinkTypeId='" + type + "' />");
    }

    private static LocalDate day(int seed)
    {
        return START.plusDays(seed % 300);
    }

    /**
     * Writes the dump.
     *
     * @param parent the folder in which the folder {@value #FOLDER} is created
     * @return the folder {@value #FOLDER}
     * @throws IOException if a file cannot be written
     */
    public Path write(Path parent) throws IOException
    {
        Path folder = Files.createDirectories(parent.resolve(FOLDER));
        List<String> users = new ArrayList<>();
        for (int i = 1; i <= USERS; i++) {
            users.add("<row Id='" + i + "' DisplayName='Beekeeper No. " + i + "' CreationDate='2017-05-0" + (1 + i % 9)
                + "T00:00:00.000' AboutMe='&lt;p&gt;I keep " + i + " hives.&lt;/p&gt;' />");
        }
        file(folder, "Users", users);
        file(folder, "Posts", this.posts);
        file(folder, "Votes", this.votes);
        file(folder, "Comments", this.comments);
        file(folder, "PostLinks", this.links);
        file(folder, "PostHistory", this.history);
        return folder;
    }

    private static void file(Path folder, String name, List<String> rows) throws IOException
    {
        Files.writeString(folder.resolve(name + ".xml"), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rows>\n"
            + String.join("\n", rows) + "\n</rows>\n");
    }

    /** @return the score of each question and answer, by its number */
    public Map<Long, Integer> scores()
    {
        return Map.copyOf(this.scores);
    }

    /** @return the numbers of the accepted answers */
    public List<Long> accepted()
    {
        return List.copyOf(this.accepted);
    }

    /** @return the counts that an import must report, by their names in its JSON */
    public Map<String, Long> counts()
    {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("questions", (long) this.questions);
        counts.put("answers", this.answers);
        counts.put("accepted", (long) this.accepted.size());
        counts.put("users", (long) USERS);
        counts.put("votesUp", this.votesUp);
        counts.put("votesDown", this.votesDown);
        counts.put("comments", (long) this.questions);
        counts.put("links", (long) this.links.size());
        counts.put("skipped", 4L);
        return counts;
    }
}
