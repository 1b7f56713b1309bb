/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.db.ConnectionGuard;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.feedback.PulseActs;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each write that the REST interface offers takes one connection, whatever is nested in it: the pages of the wiki, rights,
 * the ledger, and the answer, which shows what was written.
 */
class OneConnectionPerWriteTest
{
    private static final String BASE = "/rest/wikis/xwiki/cop";

    private static final List<String> NO_FIELDS = List.of();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Set<String> written = new TreeSet<>();

    private EmbeddedWiki wiki;

    private UserId root;

    private Session admin;

    private Session anna;

    private Session bert;

    @BeforeEach
    void start() throws Exception
    {
        this.wiki = EmbeddedWiki.start(null, false);
        this.root = this.wiki.administrator("root");
        this.wiki.account("anna", "Anna");
        this.wiki.account("bert", "Bert");
        this.admin = this.wiki.signIn("root");
        this.anna = this.wiki.signIn("anna");
        this.bert = this.wiki.signIn("bert");
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    /** The writes that the description of the interface names. */
    private static Set<String> described() throws Exception
    {
        Set<String> operations = new TreeSet<>();
        try (InputStream in = Writes.class.getResourceAsStream("openapi.yaml")) {
            String path = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.matches("  /\\S+:")) {
                    path = line.strip().replace(":", "");
                } else if (line.matches("    (post|put|delete):")) {
                    operations.add(line.strip().replace(":", "").toUpperCase() + ' ' + path);
                }
            }
        }
        return operations;
    }

    private String send(String operation, HttpRequest.Builder request, int most) throws Exception
    {
        long seconds = ConnectionGuard.seconds();
        HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isLessThan(most);
        assertThat(ConnectionGuard.seconds()).as("second connections of " + operation).isEqualTo(seconds);
        this.written.add(operation);
        return answer.body();
    }

    private HttpRequest.Builder request(Session who, String path)
    {
        return HttpRequest.newBuilder(this.wiki.uri().resolve(BASE + path)).header("Cookie", "cop_session=" + who.secret())
            .header("Accept", "application/json").header("Cop-Form-Token", who.token());
    }

    /** Sends fields by name and value, and expects success; the last of the path may be a query. */
    private String write(String operation, Session who, String path, List<String> fields, int most) throws Exception
    {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            form.append(i > 0 ? "&" : "").append(fields.get(i)).append('=')
                .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = request(who, path);
        if (!fields.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        String method = operation.substring(0, operation.indexOf(' '));
        return send(operation, request.method(method, fields.isEmpty() ? BodyPublishers.noBody()
            : BodyPublishers.ofString(form.toString())), most);
    }

    private String write(String operation, Session who, String path, String... fields) throws Exception
    {
        return write(operation, who, path, List.of(fields), 300);
    }

    private String get(Session who, String path) throws Exception
    {
        return this.client.send(request(who, path).GET().build(), BodyHandlers.ofString()).body();
    }

    private static String value(String json, String name)
    {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        assertThat(matcher.find()).as(name + " in " + json).isTrue();
        return matcher.group(1);
    }

    private String version(String path) throws Exception
    {
        return value(get(this.admin, path), "version");
    }

    @Test
    void everyWriteTakesOneConnection() throws Exception
    {
        String community = communities();
        String question = questions(community);
        answers(question);
        people(community);
        milestones(community);
        joining();
        feedback(community);
        projects(community);
        rota(community);
        coaching();
        roles(community);
        notices(question);
        administration();
        write("DELETE /questions/{id}", this.anna, "/questions/" + question);

        assertThat(this.written).as("every write of the interface").isEqualTo(described());
    }

    private String communities() throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /communities", this.admin, "/communities", "id", id, "title", "One connection", "purpose", "Counting.",
            "domains", "counting", "access", "private");
        write("POST /communities/{id}/members", this.admin, "/communities/" + id + "/members", "member", "bert");
        String[] edit = {"title", "One connection each", "purpose", "All of it.", "domains", "counting", "access", "open",
            "version", version("/communities/" + id)};
        write("PUT /communities/{id}", this.admin, "/communities/" + id, edit);
        edit[9] = version("/communities/" + id);
        write("POST /communities/{id}", this.admin, "/communities/" + id, edit);
        write("POST /communities/{id}/members", this.anna, "/communities/" + id + "/members", "role", "member");
        write("DELETE /communities/{id}/members", this.anna, "/communities/" + id + "/members");
        return id;
    }

    private void joining() throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /communities", this.admin, "/communities", "id", id, "title", "On request", "purpose", "Joining.",
            "domains", "", "access", "open", "joining", "request");
        String withdrawn = UUID.randomUUID().toString();
        write("POST /communities/{id}/requests", this.anna, "/communities/" + id + "/requests", "id", withdrawn);
        write("DELETE /join-requests/{id}", this.anna, "/join-requests/" + withdrawn);
        String request = UUID.randomUUID().toString();
        write("POST /communities/{id}/requests", this.anna, "/communities/" + id + "/requests", "id", request, "note",
            "I count, too.");
        write("POST /join-requests/{id}/answer", this.admin, "/join-requests/" + request + "/answer", "accept", "true",
            "answer", "Welcome.");
        for (String answer : List.of("refusal", "acceptance")) {
            String invitation = UUID.randomUUID().toString();
            write("POST /communities/{id}/invitations", this.admin, "/communities/" + id + "/invitations", "id",
                invitation, "kind", "person", "person", "bert");
            write("POST /invitations/{id}/" + answer, this.bert, "/invitations/" + invitation + "/" + answer);
            write("DELETE /invitations/{id}", this.admin, "/invitations/" + invitation);
        }
    }

    private void roles(String community) throws Exception
    {
        String role = UUID.randomUUID().toString();
        write("POST /communities/{id}/members", this.admin, "/communities/" + community + "/members", "member", "bert");
        write("POST /communities/{id}/roles", this.admin, "/communities/" + community + "/roles", "id", role, "name",
            "Counter", "responsibilities", "Counts connections.", "permissions", "moderate");
        String holders = "/communities/" + community + "/roles/" + role + "/holders";
        write("POST /communities/{id}/roles/{role}/holders", this.admin, holders, "member", "bert");
        write("DELETE /communities/{id}/roles/{role}/holders", this.admin, holders + "?member=xwiki:XWiki.bert");
        write("DELETE /communities/{id}/roles/{role}", this.admin, "/communities/" + community + "/roles/" + role);
    }

    private void anonymous(String community) throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /questions", this.anna, "/questions", "id", id, "community", community, "title",
            "How many connections does a secret take?", "body", "It should be one.", "anonymous", "true");
        write("POST /questions/{id}/anonymity/seen", this.anna, "/questions/" + id + "/anonymity/seen");
        write("POST /questions/{id}/reveals", this.admin, "/questions/" + id + "/reveals", "reason", "To count.");
        write("POST /questions/{id}/unsealing", this.anna, "/questions/" + id + "/unsealing");
    }

    private String questions(String community) throws Exception
    {
        String id = UUID.randomUUID().toString();
        send("POST /files", request(this.anna, "/files").header("Content-Type", "application/octet-stream")
            .header("Cop-File-Name", "steps.txt").header("Cop-Post", id).POST(BodyPublishers.ofString("One, two.")), 300);
        write("POST /preview", this.anna, "/preview", "text", "It is **so**.");
        write("POST /questions", this.anna, "/questions", "id", id, "community", community, "title",
            "How many connections does a question take?", "body", "It should be one.", "tags", "counting");
        send("POST /files", request(this.anna, "/files").header("Content-Type", "application/octet-stream")
            .header("Cop-File-Name", "more.txt").header("Cop-Post", id).POST(BodyPublishers.ofString("Three.")), 300);
        for (String method : List.of("PUT", "POST")) {
            write(method + " /questions/{id}", this.anna, "/questions/" + id, "title",
                "How many connections does a question take, by " + method + "?", "body", "One at most: " + method, "tags",
                "counting", "version", version("/questions/" + id));
        }
        write("POST /questions/{id}/votes", this.bert, "/questions/" + id + "/votes", "value", "1");
        write("DELETE /questions/{id}/votes", this.bert, "/questions/" + id + "/votes");
        write("PUT /questions/{id}/need", this.bert, "/questions/" + id + "/need");
        write("DELETE /questions/{id}/need", this.bert, "/questions/" + id + "/need");
        String comment = UUID.randomUUID().toString();
        write("POST /questions/{id}/comments", this.bert, "/questions/" + id + "/comments", "id", comment, "text",
            "Only one?");
        write("DELETE /comments/{comment}", this.bert, "/comments/" + comment + "?post=" + id);
        write("POST /questions/{id}/closing", this.admin, "/questions/" + id + "/closing", "reason", "unclear");
        write("DELETE /questions/{id}/closing", this.admin, "/questions/" + id + "/closing");
        anonymous(community);
        write("POST /questions/{id}/asked", this.anna, "/questions/" + id + "/asked", "person", "bert");
        write("DELETE /questions/{id}/asked", this.bert, "/questions/" + id + "/asked");
        return id;
    }

    private void answers(String question) throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /questions/{id}/answers", this.bert, "/questions/" + question + "/answers", "id", id, "body",
            "It takes one.");
        for (String method : List.of("PUT", "POST")) {
            write(method + " /answers/{id}", this.bert, "/answers/" + id, "body", "It takes one, by " + method, "version",
                version("/answers/" + id));
        }
        write("POST /answers/{id}/votes", this.anna, "/answers/" + id + "/votes", "value", "1");
        write("DELETE /answers/{id}/votes", this.anna, "/answers/" + id + "/votes");
        write("POST /answers/{id}/comments", this.anna, "/answers/" + id + "/comments", "text", "Thank you.");
        write("POST /answers/{id}/acceptance", this.anna, "/answers/" + id + "/acceptance", NO_FIELDS, 300);
        write("DELETE /answers/{id}/acceptance", this.anna, "/answers/" + id + "/acceptance");
        write("POST /thanks", this.anna, "/thanks", "to", "bert", "message", "For the answer.", "post", id);
        write("DELETE /answers/{id}", this.bert, "/answers/" + id);
    }

    private void people(String community) throws Exception
    {
        write("POST /topics", this.anna, "/topics", "topic", "counting", "level", "working");
        write("POST /communities/{id}/members", this.anna, "/communities/" + community + "/members", "role", "member");
        String expert = UUID.randomUUID().toString();
        write("POST /communities/{id}/nominations", this.anna, "/communities/" + community + "/nominations", "id", expert,
            "topic", "counting", "note", "I count everything.");
        write("POST /nominations/{id}/answer", this.admin, "/nominations/" + expert + "/answer", "accept", "true");
        write("DELETE /designations/{id}", this.anna, "/designations/" + expert);
        write("POST /communities/{id}/designations", this.admin, "/communities/" + community + "/designations", "person",
            "anna", "topic", "counting");
        write("POST /communities/{id}/gaps/experts", this.admin, "/communities/" + community + "/gaps/experts", "person",
            "anna", "topic", "subtracting");
        String endorsement = UUID.randomUUID().toString();
        write("POST /endorsements", this.bert, "/endorsements", "id", endorsement, "person", "anna", "topic", "counting",
            "reason", "Counted all of them.");
        write("DELETE /endorsements/{id}", this.bert, "/endorsements/" + endorsement);
        write("POST /topics/hidden", this.anna, "/topics/hidden", "topic", "counting");
        write("DELETE /topics/hidden", this.anna, "/topics/hidden?topic=counting");
        write("DELETE /topics", this.anna, "/topics?topic=counting");
        charter("/communities/" + community + "/charter");
        founding();
        write("POST /recognition", this.admin, "/recognition", "on", "false");
        write("POST /recognition", this.admin, "/recognition", "on", "true");
        write("POST /recognition/me", this.anna, "/recognition/me", "takesPart", "false");
        write("POST /settings", this.admin, "/settings", "question.down-votes", "false");
        // No person has a setting without a form of its own: this write is refused.
        write("POST /settings/me", this.anna, "/settings/me", List.of("no.such", "1"), 500);
        // There is nobody of this name: the question to the database is the same.
        write("POST /people/links", this.admin, "/people/links",
            List.of("person", "imported:test/1", "account", "bert"), 500);
        write("DELETE /people/links", this.admin, "/people/links?person=imported:test/1", NO_FIELDS, 500);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        write("POST /absences/me", this.anna, "/absences/me", "first", today, "last", today);
        write("DELETE /absences/me", this.anna, "/absences/me");
        write("POST /watched", this.anna, "/watched", "type", "community", "target", community, "watching", "true");
    }

    private void founding() throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /foundings", this.admin, "/foundings", "id", id, "title", "Guild of counters", "purpose",
            "We count.", "guidelines", "Every number is welcome.");
        write("POST /foundings/{id}/people", this.admin, "/foundings/" + id + "/people", "member", "anna");
        write("DELETE /foundings/{id}/people", this.admin, "/foundings/" + id + "/people?member=xwiki:XWiki.bert");
        write("POST /foundings/{id}/community", this.admin, "/foundings/" + id + "/community", "access", "open");
        // It has no question yet.
        write("POST /communities/{id}/launch", this.admin, "/communities/" + id + "/launch", NO_FIELDS, 500);
        String other = UUID.randomUUID().toString();
        write("POST /foundings", this.admin, "/foundings", "id", other, "title", "Guild of adders");
        write("DELETE /foundings/{id}", this.admin, "/foundings/" + other);
    }

    private void charter(String path) throws Exception
    {
        String objective = UUID.randomUUID().toString();
        write("POST /communities/{id}/charter", this.admin, path, "guidelines", "Every question is welcome.");
        write("POST /communities/{id}/charter/objectives", this.admin, path + "/objectives", "id", objective, "title",
            "Count all of them", "measure", "things", "target", "10");
        write("DELETE /communities/{id}/charter/objectives/{objective}", this.admin, path + "/objectives/" + objective);
    }

    private void milestones(String community) throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /milestones", this.admin, "/milestones", "id", id, "community", community, "title", "All are counted",
            "due", "2027-03-31", "owner", "bert", "people", "anna", "items", "One\nTwo");
        String path = "/milestones/" + id;
        write("POST /milestones/{id}/items", this.bert, path + "/items", "item", "One", "done", "true");
        write("POST /milestones/{id}/items/owner", this.admin, path + "/items/owner", "item", "Two", "owner", "anna", "due",
            "2027-03-01", "seen", "");
        write("POST /milestones/{id}/state", this.bert, path + "/state", "state", "reached");
        for (String method : List.of("PUT", "POST")) {
            write(method + " /milestones/{id}", this.bert, path, "title", "All are counted, by " + method, "due",
                "2027-03-31", "owner", "bert", "target", "2", "version", version(path));
        }
        write("POST /milestones/{id}/progress", this.bert, path + "/progress", "now", "1");
        write("DELETE /milestones/{id}", this.admin, path);
        String handover = "/communities/" + community + "/handover";
        write("POST /communities/{id}/handover/checklists", this.admin, handover + "/checklists", "person", "bert", "title",
            "Handover of Bert", "due", "2027-03-31", "items", "One", "owners", "xwiki:XWiki.bert", "dates", "");
        write("POST /communities/{id}/handover/requests", this.bert, handover + "/requests");
    }

    private void feedback(String community) throws Exception
    {
        for (String secret : List.of("false", "true")) {
            String poll = UUID.randomUUID().toString();
            write("POST /polls", this.bert, "/polls", "id", poll, "community", community, "question", "How many?", "kind",
                "single", "secret", secret, "options", "one\ntwo", "closes", LocalDate.now(ZoneOffset.UTC).toString());
            write("POST /polls/{id}/ballots", this.bert, "/polls/" + poll + "/ballots", "choices", "1");
            write("POST /polls/{id}/closing", this.bert, "/polls/" + poll + "/closing", NO_FIELDS, 300);
            write("DELETE /polls/{id}", this.bert, "/polls/" + poll);
        }
        pulse(community);
        String suggestion = UUID.randomUUID().toString();
        String path = "/suggestions/" + suggestion;
        write("POST /suggestions", this.bert, "/suggestions", "id", suggestion, "community", community, "title", "Count");
        write("POST /suggestions/{id}/votes", this.anna, path + "/votes", NO_FIELDS, 300);
        write("DELETE /suggestions/{id}/votes", this.anna, path + "/votes");
        write("POST /suggestions/{id}/state", this.admin, path + "/state", "state", "planned", "seen", "new");
        write("DELETE /suggestions/{id}", this.admin, path);
    }

    private void pulse(String community) throws Exception
    {
        write("POST /settings/communities/{community}", this.admin, "/settings/communities/" + community,
            "pulse.interval", "monthly");
        String round = UUID.randomUUID().toString();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.wiki.get(Ledger.class).write(tx -> tx.append(PulseActs.opened(new WikiId("xwiki"), this.root,
            new CommunityId(UUID.fromString(community)), UUID.fromString(round), new PulseActs.Days(today, today))));
        write("POST /pulse/{id}/answers", this.bert, "/pulse/" + round + "/answers", "value1", "1", "value2", "2", "value3",
            "3", "value4", "4", "value5", "5", "line", "More counting.");
        write("POST /pulse/{id}/closing", this.admin, "/pulse/" + round + "/closing", NO_FIELDS, 300);
    }

    private void projects(String community) throws Exception
    {
        String other = UUID.randomUUID().toString();
        write("POST /communities", this.admin, "/communities", "id", other, "title", "Another one", "purpose", "Counting.",
            "access", "open");
        write("POST /communities/{id}/members", this.admin, "/communities/" + other + "/members", "member", "anna", "role",
            "facilitator");
        String id = UUID.randomUUID().toString();
        write("POST /projects", this.admin, "/projects", "id", id, "community", community, "title", "Count together",
            "people", "bert");
        String path = "/projects/" + id;
        for (String method : List.of("PUT", "POST")) {
            write(method + " /projects/{id}", this.bert, path, "title", "Count together, by " + method, "people", "bert",
                "version", version(path));
        }
        write("POST /projects/{id}/owners", this.bert, path + "/owners", "community", other);
        write("POST /projects/{id}/owners/{community}", this.anna, path + "/owners/" + other, "accepted", "true");
        write("DELETE /projects/{id}/owners/{community}", this.anna, path + "/owners/" + other);
        write("POST /projects/{id}/end", this.bert, path + "/end", "on", "true");
        write("DELETE /projects/{id}", this.admin, path);
    }

    private void coaching() throws Exception
    {
        String id = UUID.randomUUID().toString();
        write("POST /communities", this.admin, "/communities", "id", id, "title", "Beginners", "purpose", "Asking.",
            "access", "open");
        write("POST /settings/communities/{community}", this.admin, "/settings/communities/" + id, "coaching.on", "true");
        write("POST /communities/{id}/members", this.anna, "/communities/" + id + "/members", "role", "member");
        write("POST /communities/{id}/coaching", this.anna, "/communities/" + id + "/coaching", "on", "true");
        for (boolean published : List.of(false, true)) {
            String held = value(write("POST /questions", this.bert, "/questions", "community", id, "title",
                "How many connections does a first question take?", "body", "One, I hope."), "id");
            String path = "/first-questions/" + held;
            write("POST /first-questions/{id}/comments", this.anna, path + "/comments", "text", "One, of course.");
            write("POST /first-questions/{id}", this.bert, path, "title", "How many connections does it take to ask?",
                "body", "One, I hope.", "version", "1");
            if (published) {
                write("POST /first-questions/{id}/publication", this.bert, path + "/publication", "version", "2");
            } else {
                write("DELETE /first-questions/{id}", this.bert, path);
            }
        }
    }

    private void rota(String community) throws Exception
    {
        String path = "/communities/" + community + "/rota";
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        write("POST /communities/{id}/members", this.admin, "/communities/" + community + "/members", "member", "bert");
        write("POST /communities/{id}/members", this.admin, "/communities/" + community + "/members", "member", "anna");
        write("POST /communities/{id}/rota", this.admin, path, "title", "Who counts", "first", today.toString(), "every",
            "1", "unit", "weeks", "people", "anna", "people", "bert");
        for (int i = 0; i < 2; i++) {
            String swap = UUID.randomUUID().toString();
            write("POST /communities/{id}/rota/swaps", this.anna, path + "/swaps", "id", swap, "mine", today.toString(),
                "theirs", today.plusDays(7).toString());
            if (i == 0) {
                write("DELETE /communities/{id}/rota/swaps/{swap}", this.anna, path + "/swaps/" + swap);
            } else {
                write("POST /communities/{id}/rota/swaps/{swap}", this.bert, path + "/swaps/" + swap, "accepted", "true");
            }
        }
        write("DELETE /communities/{id}/rota", this.admin, path);
    }

    private void notices(String question) throws Exception
    {
        write("POST /notices/mail", this.anna, "/notices/mail", "mail", "daily");
        write("POST /notices/seen", this.anna, "/notices/seen", "posts", question);
        write("POST /notices/reading", this.anna, "/notices/reading", "last", "1000");
        // Neither the notice nor the token is there: they are looked for all the same.
        write("POST /notices/{id}/reading", this.anna, "/notices/" + UUID.randomUUID() + "/reading", NO_FIELDS, 500);
        write("POST /notices/unsubscribing/{token}", this.anna, "/notices/unsubscribing/abc", NO_FIELDS, 500);
    }

    private void administration() throws Exception
    {
        this.wiki.get(PageStore.class).edit(new PageEdit(SpaceId.of(new WikiId("xwiki"), "Guild").home(), "Guild",
            "Ours.", this.root, null, "", false, null));
        write("POST /administration/communities", this.admin, "/administration/communities", "space", "Guild", "title",
            "Guild", "purpose", "An old space.", "access", "open", "facilitator", "bert");
        write("POST /jobs", this.admin, "/jobs", "type", "rebuild");
        UUID job = this.wiki.get(Jobs.class).list(this.root, new WikiId("xwiki")).get(0).id();
        write("POST /jobs/{id}", this.admin, "/jobs/" + job, "act", "cancel");
        write("POST /administration/suite", this.admin, "/administration/suite", "on", "true");
        // The embedded wiki cannot do without the suite, and nothing is deleted without the word that confirms it.
        write("POST /administration/uninstall", this.admin, "/administration/uninstall", List.of("purge", "false"), 500);
        write("POST /administration/removal", this.admin, "/administration/removal", List.of("confirmation", "no"), 500);
    }
}
