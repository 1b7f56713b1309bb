/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.copsuite.community.CommunityService;
import org.copsuite.embedded.RestDescription.Route;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.QuickStart;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route of the embedded wiki and of REST, with names and values that no database, index or file system takes: each
 * is refused or answered, and none is a failure of the wiki's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileNamesTest
{
    /** Percent-encoded, as they stand in a request: some are no UTF-8, some are no encoding. */
    private static final List<String> IN_ADDRESSES = List.of("a".repeat(6_000), "%C3%A4".repeat(900), "%00", "a%00b",
        "%ED%A0%80", "%C0%AF", "%F0%9F%98", "%zz", "%", "%2e%2e%2fetc", "a%0d%0aSet-Cookie:x", "~", "~!!", "~"
            + Base64.getUrlEncoder().withoutPadding().encodeToString("xwiki:A\u0000B.WebHome".getBytes(StandardCharsets.UTF_8)),
        "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(("xwiki:" + "x".repeat(4_000) + ".WebHome")
            .getBytes(StandardCharsets.UTF_8)), "%EF%BF%BF", "%E2%80%AE", "-1", "99999999999999999999", "%27%22%3Cb%3E",
        "%5C", "..", "xwiki:", "%EF%BF%BD");

    /** A machine and the suite's own module, whose fragments read parameters of their own. */
    private static final List<String> BOTH = List.of("application/json, text/html;q=0.5", "text/html");

    /** Of them, those with which each parameter is tried. */
    private static final List<String> WORST = List.of(IN_ADDRESSES.get(0), "a%00b", "%ED%A0%80", "%zz", "~");

    /** In bodies they may be longer. */
    private static final List<String> IN_BODIES = List.of("a".repeat(70_000), "%C3%A4".repeat(40_000), "%00", "a%00b",
        "%ED%A0%80", "%C0%AF", "%zz", "%F0%9F%98%80".repeat(9_000), ".".repeat(70_000), "%5C".repeat(70_000),
        "%0A".repeat(5_000), "%E2%80%AE", "-1", "99999999999999999999", "%27%22%3Cb%3E");

    /** The same as JSON has them: halves of pairs can stand there. */
    private static final List<String> IN_JSON = List.of("a".repeat(70_000), "\\ud83d\\ude00".repeat(9_000), "\\u0000",
        "a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\uffff", ".".repeat(70_000), "\\\\".repeat(70_000), "\\n".repeat(5_000),
        "\\u202e", "-1", "99999999999999999999", "'\\\"<b>");

    /** Bodies of so many bytes may be refused while they are sent. */
    private static final int LARGE = 500_000;

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3}) ");

    /** What the forms and addresses of the wiki's own pages name. */
    private static final List<String> PARAMETERS = List.of("do", "name", "login", "space", "password", "version", "to",
        "title", "rev", "locale", "group", "after", "size", "kind", "from", "content", "address", "zone", "text", "subject-0",
        "q", "section", "email", "member", "file");

    private static final String LIKELY = "name=Some+Name&title=Some+title&content=Some+text&login=somebody&to=Some.Where"
        + "&space=Main&group=Some+Group&address=a%40example.org&password=correct+horse+battery";

    private EmbeddedWiki wiki;

    private Session session;

    private CommunityId community;

    private UUID question;

    private UUID answer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception
    {
        QuickStart.use();
        this.wiki = EmbeddedWiki.start(new WikiOptions(WikiOptions.LOOPBACK, 0, folder.resolve("data"), null, true));
        this.wiki.administrator("root");
        this.session = this.wiki.signIn("root");
        UserId root = Account.idOf("root");
        this.community = this.wiki.get(CommunityService.class).found(root,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()),
            WikiOptions.WIKI, "Bakers", "Bread.", List.of(), CommunityService.Visibility.OPEN)).id();
        PostId asked = this.wiki.get(QuestionService.class).ask(root, new QuestionService.Ask(UUID.randomUUID(),
            this.community, "How is a brioche made?", "With butter, and lots of it.", List.of("bread"))).id();
        this.question = asked.value();
        this.answer = UUID.randomUUID();
        this.wiki.get(QuestionService.class).answer(root, asked, this.answer, "Whisk the butter in slowly.");
    }

    @AfterAll
    void stop()
    {
        this.wiki.close();
    }

    static Stream<String> pages()
    {
        return Stream.of("admin", "attachments", "avatar", "copy", "create", "delete", "detach", "diff", "download", "edit",
            "history", "login", "logout", "move", "pages", "preview", "profile", "raw", "restore", "save", "search", "upload",
            "view");
    }

    static Stream<Route> reads()
    {
        return RestDescription.routes().stream().filter(route -> "GET".equals(route.verb()));
    }

    static Stream<Route> writes()
    {
        return RestDescription.routes().stream().filter(route -> !"GET".equals(route.verb()))
            .filter(route -> !route.path().matches("/administration/(suite|uninstall|removal)"));
    }

    /** Of the names in a path, those of something that is there. */
    private String fill(String path)
    {
        UUID there = path.startsWith("/communities") ? this.community.value()
            : path.startsWith("/answers") ? this.answer : this.question;
        return fill(path, there.toString());
    }

    private static String fill(String path, String value)
    {
        return "/rest/wikis/xwiki/cop" + path.replaceAll("\\{[a-z]+\\}", Matcher.quoteReplacement(value));
    }

    /** @return the status, and what came with it where it is a failure */
    private String send(String verb, String address, String type, String body) throws IOException
    {
        return send(verb, address, type, body, "application/json, text/html;q=0.5");
    }

    private String send(String verb, String address, String type, String body, String accept) throws IOException
    {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = verb + ' ' + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: cop_session="
            + this.session.secret() + "\r\nAccept: " + accept + "\r\nCop-Form-Token: " + this.session.token()
            + "\r\n" + (bytes.length == 0 && "GET".equals(verb) ? ""
                : "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n") + "\r\n";
        try (Socket socket = new Socket(this.wiki.uri().getHost(), this.wiki.uri().getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            String answer;
            try {
                out.write(bytes);
                out.flush();
                answer = read(socket.getInputStream());
            } catch (SocketException e) {
                // What is far too large is refused before it is read, and the connection ends.
                assertThat(bytes.length).as(shortened(address)).isGreaterThan(LARGE);
                return "413";
            }
            Matcher status = STATUS.matcher(answer);
            assertThat(status.find()).as(verb + ' ' + shortened(address) + " answers: " + shortened(answer)).isTrue();
            return status.group(1).startsWith("5") && !status.group(1).equals("503") ? answer : status.group(1);
        }
    }

    private static String read(InputStream in) throws IOException
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int read = in.read(buffer);
        while (read >= 0) {
            if (bytes.size() < 2_000) {
                bytes.write(buffer, 0, read);
            }
            read = in.read(buffer);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String shortened(String text)
    {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }

    /** @return the requests that the wiki failed at */
    private List<String> failures(Set<String> requests) throws IOException
    {
        List<String> failures = new ArrayList<>();
        for (String request : requests) {
            String[] parts = request.split(" ", 4);
            for (String accept : request.startsWith("GET /rest/") ? BOTH : BOTH.subList(0, 1)) {
                String answer = send(parts[0], parts[1], parts[2].isEmpty() ? "text/plain" : parts[2], parts[3], accept);
                if (answer.length() > 3) {
                    failures.add(shortened(request) + " -> " + shortened(answer));
                }
            }
        }
        return failures;
    }

    private static String get(String address)
    {
        return "GET " + address + "  ";
    }

    private String form(String action, String fields)
    {
        return "POST /bin/" + action + " application/x-www-form-urlencoded form_token=" + this.session.token() + '&' + fields;
    }

    /** The server finds the servlet by the normalised path, our own code reads the path as it was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"/resources/../bin/view/Main/", "/resources/%2e%2e/rest/wikis/xwiki/cop/questions",
        "/resources/x/..;y/../bin/login", "/resources/..", "/rest/../bin/login", "/bin/../rest/wikis/xwiki/cop/files",
        "/bin;x/view/Main/", "/rest;x/wikis/xwiki/cop/questions", "/%62in/view/Main/", "//bin/view/Main/",
        "/bin/view/%2e%2E%2Fx", "/bin/view/Main/..%5C", "/bin/view/./Main/"})
    void anAddressThatCanBeReadInTwoWaysIsRefused(String address) throws IOException
    {
        for (String verb : List.of("GET", "POST", "DELETE")) {
            assertThat(send(verb, address, "application/x-www-form-urlencoded", "POST".equals(verb) ? "a=b" : ""))
                .isEqualTo("400");
        }
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 404 404 404 404 404", "/favicon.ico, 404 404 404 404 404", "/bin, 404 404 404 404 404",
        "/binary, 404 404 404 404 404", "/rest, 404 404 404 404 404", "/rest/, 404 404 404 404 404",
        "/rest/nothing, 404 404 404 404 404", "/resources, 404 405 405 405 200", "/resources/nothing, 404 405 405 405 200",
        "/resources/../nothing, 400 400 400 400 400", "/WEB-INF/web.xml, 404 404 404 404 404",
        "/~%00, 400 400 400 400 400", "/a;b, 400 400 400 400 400"})
    void noPageOfTheServerItselfIsShown(String address, String expected) throws IOException
    {
        List<String> statuses = new ArrayList<>();
        for (String verb : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
            String answer = answer(verb, address);
            assertThat(answer).as(verb).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("jetty")
                .doesNotContain("HTTP ERROR", "Exception");
            statuses.add(answer.split(" ")[1]);
        }
        assertThat(String.join(" ", statuses)).isEqualTo(expected);
    }

    private String answer(String verb, String address) throws IOException
    {
        try (Socket socket = new Socket(this.wiki.uri().getHost(), this.wiki.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((verb + ' ' + address
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noFragmentFailsAtAQueryThatIsNoUtf8(Route route) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String query : List.of("%", "a=%", "a=%zz", "a=%D8%00", "%FF=a", "a=%F4%90%80%80", "a=%ED%A0%80")) {
            requests.add(get(fill(route.path()) + '?' + query));
        }
        assertThat(failures(requests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noFragmentFailsAtAFormThatIsNoUtf8(Route route) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String body : List.of("%", "a=%", "a=%zz", "%FF=a", "a=%F4%90%80%80")) {
            requests.add(route.verb() + ' ' + fill(route.path(), UUID.randomUUID().toString())
                + " application/x-www-form-urlencoded " + body);
        }
        assertThat(failures(requests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageFails(String action) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String value : IN_ADDRESSES) {
            requests.add(get("/bin/" + action + '/' + value));
            requests.add(get("/bin/" + action + "/Main/" + value));
            requests.add(get("/bin/" + action + '/' + value + "/Page/" + value));
        }
        for (String value : WORST) {
            for (String parameter : PARAMETERS) {
                requests.add(get("/bin/" + action + "/Main/?" + parameter + '=' + value));
            }
        }
        for (String value : "logout".equals(action) ? List.<String>of() : IN_BODIES) {
            requests.add(form(action + "/Main/", PARAMETERS.stream().map(name -> name + '=' + value)
                .collect(Collectors.joining("&"))));
        }
        for (String parameter : "logout".equals(action) ? List.<String>of() : PARAMETERS) {
            requests.add(form(action + "/Main/", parameter + '=' + IN_BODIES.get(0) + '&' + LIKELY));
        }
        assertThat(failures(requests)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "groups", "rights", "settings"})
    void noFormOfAnAdministratorFails(String section) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String act : List.of("create", "update", "add", "remove", "delete", "enable", "password", "save", "open")) {
            for (String value : List.of(IN_BODIES.get(0), "a%00b")) {
                for (String parameter : PARAMETERS) {
                    requests.add(form("admin?section=" + section, "do=" + act + '&' + parameter + '=' + value + '&' + LIKELY));
                }
            }
        }
        assertThat(failures(requests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noReadingOverRestFails(Route route) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String value : IN_ADDRESSES) {
            requests.add(get(fill(route.path(), value)));
        }
        for (String parameter : route.queries()) {
            for (String value : WORST) {
                requests.add(get(fill(route.path()) + '?' + parameter + '=' + value));
            }
        }
        assertThat(failures(requests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noWriteOverRestFails(Route route) throws IOException
    {
        Set<String> requests = new LinkedHashSet<>();
        for (String value : IN_ADDRESSES) {
            requests.add(route.verb() + ' ' + fill(route.path(), value) + " application/json {}");
        }
        for (String value : "DELETE".equals(route.verb()) ? WORST : List.<String>of()) {
            for (String parameter : List.of("user", "topic", "person", "account", "target")) {
                requests.add("DELETE " + fill(route.path(), UUID.randomUUID().toString()) + '?' + parameter + '=' + value
                    + "  ");
            }
        }
        for (String value : IN_JSON) {
            for (String hostile : route.fields().keySet()) {
                requests.add(route.verb() + ' ' + fill(route.path()) + " application/json " + route.fields().entrySet().stream()
                    .map(field -> '"' + field.getKey() + "\":" + (field.getKey().equals(hostile) ? '"' + value + '"'
                        : "community".equals(field.getKey()) ? '"' + this.community.toString() + '"'
                            : field.getValue().replace("${id}", UUID.randomUUID().toString())))
                    .collect(Collectors.joining(",", "{", "}")));
            }
        }
        assertThat(failures(requests)).isEmpty();
    }
}
