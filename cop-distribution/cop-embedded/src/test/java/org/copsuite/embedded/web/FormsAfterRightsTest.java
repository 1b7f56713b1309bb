/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.feedback.PulseActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Invalid forms: whoever may not view a community is told that there is none, whoever lacks the right is told that, and
 * only the others are told of the fields.
 */
class FormsAfterRightsTest
{
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Values that no field of that name accepts. */
    private static final Map<String, String> INVALID = Map.ofEntries(Map.entry("id", "x"), Map.entry("kind", "x"),
        Map.entry("secret", "perhaps"), Map.entry("closes", "x"), Map.entry("choices", "x"), Map.entry("value1", "x"),
        Map.entry("state", "x"), Map.entry("first", "x"), Map.entry("people", "nobody"), Map.entry("mine", "x"),
        Map.entry("theirs", "x"), Map.entry("accepted", "perhaps"), Map.entry("accept", "perhaps"),
        Map.entry("on", "perhaps"), Map.entry("done", "perhaps"), Map.entry("owner", "nobody"), Map.entry("now", "x"),
        Map.entry("item", "One"), Map.entry("access", "x"), Map.entry("role", "x"), Map.entry("member", "nobody"),
        Map.entry("person", "nobody"), Map.entry("permissions", "x"), Map.entry("guidelines", "x".repeat(30_001)));

    private static final Map<String, String> OPEN = new HashMap<>();

    private static final Map<String, String> PRIVATE = new HashMap<>();

    private static EmbeddedWiki wiki;

    private static UserId root;

    /** In no community. */
    private static Session anna;

    /** Facilitates both communities, and is asked to answer whatever is to be answered. */
    private static Session bert;

    /** A member of both communities. */
    private static Session cleo;

    @BeforeAll
    static void start() throws Exception
    {
        wiki = EmbeddedWiki.start(null, false);
        root = wiki.administrator("root");
        for (String name : new String[] {"anna", "bert", "cleo", "dora"}) {
            wiki.account(name, name);
        }
        anna = wiki.signIn("anna");
        bert = wiki.signIn("bert");
        cleo = wiki.signIn("cleo");
        Session admin = wiki.signIn("root");
        fill(admin, OPEN);
        fill(admin, PRIVATE);
    }

    private static void fill(Session admin, Map<String, String> place) throws Exception
    {
        String access = place == OPEN ? "open" : "private";
        String other = make(admin, place, "other", "/communities", "title", "Others " + access, "purpose", "x", "access",
            access);
        String community = make(admin, place, "community", "/communities", "title", "Bakers " + access, "purpose", "x",
            "access", access, "joining", place == OPEN ? "request" : "invitation");
        for (String home : new String[] {community, other}) {
            done(admin, "/communities/" + home + "/members", "member", "bert", "role", "facilitator");
            done(admin, "/communities/" + home + "/members", "member", "cleo");
        }
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        make(cleo, place, "poll", "/polls", "community", community, "question", "x", "kind", "single", "options",
            "one\ntwo", "closes", today);
        make(cleo, place, "suggestion", "/suggestions", "community", community, "title", "Bread");
        make(bert, place, "project", "/projects", "community", community, "title", "Bread");
        make(admin, place, "asking", "/projects", "community", other, "title", "More bread", "people", "cleo");
        done(cleo, "/projects/" + place.get("asking") + "/owners", "community", community);
        make(bert, place, "milestone", "/milestones", "community", community, "title", "Bread", "due", "2031-01-31", "items",
            "One");
        make(bert, place, "numbered", "/milestones", "community", community, "title", "Loaves", "due", "2031-01-31",
            "target", "10");
        make(bert, place, "role", "/communities/" + community + "/roles", "name", "Taster");
        make(cleo, place, "nomination", "/communities/" + community + "/nominations", "topic", "bread");
        done(bert, "/communities/" + community + "/rota", "title", "Who bakes", "first", today, "every", "1", "people",
            "cleo", "people", "bert");
        make(cleo, place, "swap", "/communities/" + community + "/rota/swaps", "mine", today, "theirs",
            LocalDate.parse(today).plusDays(1).toString());
        UUID round = UUID.randomUUID();
        place.put("round", round.toString());
        LocalDate day = LocalDate.parse(today);
        wiki.get(Ledger.class).write(tx -> tx.append(PulseActs.opened(new WikiId("xwiki"), root,
            new CommunityId(UUID.fromString(community)), round, new PulseActs.Days(day, day))));
        // Nobody asks to join the private one.
        place.put("request", UUID.randomUUID().toString());
        if (place == OPEN) {
            make(wiki.signIn("dora"), place, "request", "/communities/" + community + "/requests");
        }
    }

    @AfterAll
    static void stop()
    {
        wiki.close();
    }

    /** Makes something with a new id, which the place keeps under a name. */
    private static String make(Session who, Map<String, String> place, String name, String path, String... fields)
        throws Exception
    {
        String id = UUID.randomUUID().toString();
        place.put(name, id);
        Map<String, String> form = new LinkedHashMap<>(Map.of("id", id));
        assertThat(send(who, "POST", path, encode(form, fields))).as(path).isBetween(200, 299);
        return id;
    }

    private static void done(Session who, String path, String... fields) throws Exception
    {
        assertThat(send(who, "POST", path, encode(Map.of(), fields))).as(path).isBetween(200, 299);
    }

    private static String encode(Map<String, String> form, String... fields)
    {
        StringBuilder encoded = new StringBuilder();
        form.forEach((name, value) -> encoded.append(name).append('=').append(encode(value)).append('&'));
        for (int i = 0; i < fields.length; i += 2) {
            encoded.append(fields[i]).append('=').append(encode(fields[i + 1])).append('&');
        }
        return encoded.toString();
    }

    private static String encode(String value)
    {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static int send(Session who, String method, String path, String form) throws Exception
    {
        HttpRequest request = HttpRequest.newBuilder(wiki.uri().resolve("/rest/wikis/xwiki/cop" + path))
            .header("Cookie", "cop_session=" + who.secret()).header("Accept", "application/json")
            .header("Cop-Form-Token", who.token()).header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form)).build();
        return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** @return the status of an invalid form */
    private static int invalid(Session who, String method, String path, String community, Map<String, String> place)
        throws Exception
    {
        Map<String, String> form = new LinkedHashMap<>(INVALID);
        if (community != null) {
            form.put("community", fill(community, place));
        }
        return send(who, method, fill(path, place), encode(form));
    }

    private static String fill(String text, Map<String, String> place)
    {
        String filled = text;
        for (Map.Entry<String, String> one : place.entrySet()) {
            filled = filled.replace('{' + one.getKey() + '}', one.getValue());
        }
        return filled;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /polls, {community}",
        "POST, /polls/{poll}/ballots,",
        "POST, /pulse/{round}/answers,",
        "POST, /suggestions, {community}",
        "POST, /suggestions/{suggestion}/state,",
        "POST, /communities/{community}/rota,",
        "POST, /communities/{community}/rota/swaps,",
        "POST, /projects, {community}",
        "POST, /projects/{project},",
        "PUT, /projects/{project},",
        "POST, /projects/{project}/end,",
        "POST, /projects/{project}/owners, x",
        "POST, /projects/{asking}/owners/{community},",
        "POST, /communities/{community}/charter,",
        "POST, /communities/{community}/charter/objectives,",
        "POST, /communities/{community}/invitations,",
        "POST, /milestones, {community}",
        "POST, /milestones/{milestone},",
        "PUT, /milestones/{milestone},",
        "POST, /milestones/{milestone}/state,",
        "POST, /milestones/{milestone}/items,",
        "POST, /milestones/{milestone}/items/owner,",
        "POST, /milestones/{numbered}/progress,",
        "POST, /communities/{community}/handover/checklists,",
        "POST, /communities/{community}/designations,",
        "POST, /communities/{community}/nominations,",
        "POST, /communities/{community},",
        "PUT, /communities/{community},",
        "POST, /communities/{community}/members,",
        "POST, /communities/{community}/roles,",
        "POST, /communities/{community}/roles/{role}/holders,"
    })
    void anInvalidFormIsAnsweredByTheRightsFirst(String method, String path, String community) throws Exception
    {
        assertThat(invalid(anna, method, path, community, PRIVATE)).as("outsider, private").isEqualTo(404);
        assertThat(invalid(anna, method, path, community, OPEN)).as("outsider, open").isEqualTo(403);
        assertThat(invalid(bert, method, path, community, PRIVATE)).as("facilitator, private").isEqualTo(400);
        assertThat(invalid(bert, method, path, community, OPEN)).as("facilitator, open").isEqualTo(400);
    }

    @Test
    void whoIsNotAskedToSwapGetsTheSameForAnyAnswer() throws Exception
    {
        String path = "/communities/{community}/rota/swaps/{swap}";
        for (Session other : List.of(anna, cleo)) {
            assertThat(invalid(other, "POST", path, null, OPEN)).isEqualTo(403);
            assertThat(send(other, "POST", fill(path, OPEN), encode(Map.of(), "accepted", "false"))).isEqualTo(403);
        }
        assertThat(invalid(anna, "POST", path, null, PRIVATE)).isEqualTo(404);
        assertThat(send(anna, "POST", fill(path, PRIVATE), encode(Map.of(), "accepted", "false"))).isEqualTo(404);
        assertThat(invalid(bert, "POST", path, null, OPEN)).isEqualTo(400);
    }

    /** Others than those who answer may be told that there is no request and no nomination. */
    @ParameterizedTest
    @CsvSource({"/join-requests/{request}/answer", "/nominations/{nomination}/answer"})
    void anInvalidAnswerIsAnsweredByTheRightsFirst(String path) throws Exception
    {
        assertThat(invalid(anna, "POST", path, null, PRIVATE)).isEqualTo(404);
        assertThat(invalid(anna, "POST", path, null, OPEN)).isIn(403, 404);
        assertThat(invalid(cleo, "POST", path, null, OPEN)).isIn(403, 404);
        assertThat(invalid(bert, "POST", path, null, OPEN)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/communities/{community}/requests"})
    void anInvalidRequestToJoinTellsNothingOfAPrivateCommunity(String path) throws Exception
    {
        assertThat(invalid(anna, "POST", path, null, PRIVATE)).isEqualTo(404);
        assertThat(invalid(anna, "POST", path, null, OPEN)).isEqualTo(400);
    }

    /** An id that nothing has is answered as one that the person may not view. */
    @ParameterizedTest
    @CsvSource({"/polls/{none}/ballots", "/pulse/{none}/answers", "/suggestions/{none}/state",
        "/communities/{community}/rota/swaps/{none}", "/projects/{none}/end", "/milestones/{none}/state",
        "/join-requests/{none}/answer", "/nominations/{none}/answer", "/communities/{none}/invitations"})
    void anInvalidFormForNothingIsNotFound(String path) throws Exception
    {
        String unknown = path.replace("{none}", UUID.randomUUID().toString());
        assertThat(invalid(bert, "POST", unknown, null, OPEN)).isEqualTo(404);
        assertThat(invalid(bert, "POST", path.replace("{none}", "x"), null, OPEN)).isEqualTo(404);
    }
}
