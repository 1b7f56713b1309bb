/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Assumptions;

/**
 * The wiki under test: one that is started here, or the one that {@code -Dcop.url=... -Dcop.admin=user:password} names.
 * It has people and a community of the tests' own; what the tests make in somebody else's wiki is deleted at the end.
 */
public final class Site
{
    /** Where our REST resources are. */
    public static final String REST = "/rest/wikis/xwiki/cop";

    private static final String SUFFIX = UUID.randomUUID().toString().substring(0, 6);

    private static Site site;

    private final Host host;

    private final Map<String, Member> members = new ConcurrentHashMap<>();

    private final List<Community> founded = new CopyOnWriteArrayList<>();

    private Community guild;

    private Site(Host host)
    {
        this.host = host;
    }

    /** @return the one site of this run */
    public static synchronized Site get()
    {
        if (site == null) {
            site = new Site(isStartedHere() ? new EmbeddedHost() : new RemoteHost(System.getProperty("cop.url")));
        }
        return site;
    }

    /** @return its address, without a slash at the end */
    public String base()
    {
        return this.host.base();
    }

    /** @return where the wiki runs */
    public Host host()
    {
        return this.host;
    }

    /** Skips a test of what only XWiki has, where the wiki is an embedded one. */
    public void assumeXWiki()
    {
        Assumptions.assumeTrue(this.host.isXWiki(), "Only XWiki has this; name one with -Dcop.url and -Dcop.admin.");
    }

    /** @return an administrator of the wiki */
    public Member admin()
    {
        return this.members.computeIfAbsent("admin", key -> Member.signedIn(base(), this.host.admin()));
    }

    /** @return somebody of the tests' own, made at the first call: {@code asker}, {@code helper}, {@code outsider} ... */
    public Member member(String who)
    {
        return this.members.computeIfAbsent(who, key -> {
            Credentials account = new Credentials(who + SUFFIX, Character.toUpperCase(who.charAt(0)) + who.substring(1)
                + ' ' + SUFFIX.toUpperCase(java.util.Locale.ROOT), "practice-" + SUFFIX);
            this.host.createAccount(account);
            return Member.signedIn(base(), account);
        });
    }

    /** @return a new session of somebody */
    public Member again(Member member)
    {
        return Member.signedIn(base(), member.credentials());
    }

    /** @return somebody who has not signed in */
    public Member stranger()
    {
        return Member.stranger(base());
    }

    /** @return what somebody's notices show, as text that contains HTML: in XWiki its bell, elsewhere the suite's page */
    public String notices(Member member)
    {
        return this.host.isXWiki()
            ? member.send("GET", "/rest/notifications?useUserPreferences=true&userId=" + Member.encode(userId(member))
                + "&count=20&displayOwnEvents=false&displayReadEvents=true&currentWiki=xwiki&async=false&target=alert", null,
                Map.of("Accept", "application/json")).ok().body()
            : member.read("/bin/view/CoP/Notices").ok().body();
    }

    /** @return where the suite's part of somebody's profile is viewed */
    public String profile(Member member)
    {
        return pages().profile(member.credentials().login());
    }

    /** @return the open community of the tests, with the member {@code facilitator} as its facilitator */
    public synchronized Community guild()
    {
        if (this.guild == null) {
            this.guild = found("Acceptance Guild " + SUFFIX, "open");
        }
        return this.guild;
    }

    /** @return a new community, with the member {@code facilitator} as its facilitator */
    public synchronized Community found(String title, String access)
    {
        String id = Member.newId();
        Member.Answer answer = admin().post("/communities", Map.of("id", id, "title", title, "purpose",
            "What the tests talk about.", "domains", "acceptance testing", "access", access)).ok();
        Community community = new Community(id, title, path(answer));
        this.founded.add(community);
        appoint(community, member("facilitator"), "facilitator");
        return community;
    }

    /** Remembers a community that a test has founded by itself, so that it goes at the end. */
    public void alsoFounded(String id)
    {
        Member.Answer answer = admin().ask("/communities/" + id).ok();
        this.founded.add(new Community(id, answer.json().path("title").asText(), path(answer)));
    }

    /** @return the id of the one community of that name */
    public String idOfCommunity(String title)
    {
        return admin().ask("/communities?q=" + Member.encode(title)).ok().json().path("items").path(0).path("id").asText();
    }

    /** Makes somebody a member of a community. */
    public void appoint(Community community, Member member, String role)
    {
        admin().post("/communities/" + community.id() + "/members",
            Map.of("member", userId(member), "role", role)).ok();
    }

    /** @return the id by which forms name somebody */
    public String userId(Member member)
    {
        return "xwiki:XWiki." + member.credentials().login();
    }

    /** @return the name that pages show for somebody: an administrator of somebody else's wiki may have any */
    public String shownName(Member member)
    {
        String id = userId(member);
        for (var person : admin().ask("/people?prefix=" + Member.encode(member.credentials().login())).ok().json()
            .path("items")) {
            if (id.equals(person.path("id").asText())) {
                return person.path("name").asText();
            }
        }
        throw new IllegalStateException("Nobody is called " + id);
    }

    /** @return a new question in the guild */
    public Post ask(Member asker, String title, String body, String tags)
    {
        return ask(asker, guild(), title, body, tags);
    }

    /** @return a new question */
    public Post ask(Member asker, Community community, String title, String body, String tags)
    {
        String id = Member.newId();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("community", community.id());
        fields.put("title", title);
        fields.put("body", body);
        fields.put("tags", tags);
        return new Post(id, title, path(asker.post("/questions", fields).ok()));
    }

    /** @return the id of a new answer */
    public String answer(Member helper, Post question, String body)
    {
        String id = Member.newId();
        helper.post("/questions/" + question.id() + "/answers", Map.of("id", id, "body", body)).ok();
        return id;
    }

    /** @return what the wiki itself does with pages */
    public WikiPages pages()
    {
        return this.host.pages();
    }

    /** Writes a page with the wiki's own editor; the path starts below {@code /bin/view}. */
    public Member.Answer savePage(Member author, String path, String title, String content)
    {
        return pages().save(author, "/bin/view/" + path, title, content);
    }

    /** Waits until the index has caught up. */
    public void awaitIndexed(Member reader, Post question)
    {
        org.awaitility.Awaitility.await().atMost(Patience.ofSeconds(20)).until(() -> reader
            .ask("/search?q=" + Member.encode(question.title())).body().contains(question.id()));
    }

    /** @return whether the wiki is started by the tests, and no other that the run names */
    public static boolean isStartedHere()
    {
        return System.getProperty("cop.url", "").isEmpty();
    }

    /** @return where what was made is, below {@link #base()} */
    public String path(Member.Answer answer)
    {
        String url = answer.json().path("url").asText();
        if (url.isEmpty()) {
            throw new IllegalStateException("No address of what was made: " + answer.body());
        }
        return path(url);
    }

    /** @return where an address of the wiki is, below {@link #base()} */
    public String path(String url)
    {
        String path = url.startsWith("http") ? java.net.URI.create(url).getRawPath() : url;
        String root = java.net.URI.create(base()).getRawPath();
        return path.startsWith(root + '/') ? path.substring(root.length()) : path;
    }

    /** Removes what the tests made in somebody else's wiki, and ends the one that was started for them. */
    static synchronized void end()
    {
        if (site != null) {
            site.founded.forEach(site.host::remove);
            site.host.close();
            site = null;
        }
    }

    /**
     * A community of the tests.
     *
     * @param id its id
     * @param title its name
     * @param path where its home page is viewed
     */
    public record Community(String id, String title, String path)
    {
    }

    /**
     * A question of the tests.
     *
     * @param id its id
     * @param title its title
     * @param path where it is viewed
     */
    public record Post(String id, String title, String path)
    {
    }
}
