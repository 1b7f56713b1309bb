/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Somebody who uses the wiki over HTTP, without a browser: to prepare what a flow needs, and to check what it left. */
public final class Member
{
    static {
        // Shorter than servers keep a connection: a form that is sent is not sent again.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Patience.ofSeconds(30);

    private final String base;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NORMAL).build();

    private final Credentials credentials;

    private final List<String> setCookies = new java.util.ArrayList<>();

    private String token;

    private Member(String base, Credentials credentials)
    {
        this.base = base;
        this.credentials = credentials;
    }

    /** @return somebody who has not signed in */
    public static Member stranger(String base)
    {
        return new Member(base, null);
    }

    /** @return somebody who has signed in with the form that everybody uses */
    public static Member signedIn(String base, Credentials credentials)
    {
        Member member = new Member(base, credentials);
        Document page = member.read("/bin/login").document();
        Element form = page.selectFirst("form:has(input[type=password])");
        if (form == null) {
            throw new IllegalStateException("The login page has no form: " + page);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            switch (input.attr("type")) {
                case "password" -> fields.put(input.attr("name"), credentials.password());
                case "hidden" -> fields.put(input.attr("name"), input.attr("value"));
                case "checkbox", "submit" -> { }
                default -> fields.put(input.attr("name"), credentials.login());
            }
        }
        Answer answer = member.send("POST", form.absUrl("action"), fields, Map.of());
        if (answer.document().selectFirst("input[type=password]") != null) {
            throw new IllegalStateException("Login of " + credentials.login() + " refused: " + answer.status());
        }
        return member;
    }

    /** @return the account, {@code null} of somebody who has not signed in */
    public Credentials credentials()
    {
        return this.credentials;
    }

    /** @return the cookies of the session, for a browser */
    public List<HttpCookie> cookies()
    {
        return this.cookies.getCookieStore().getCookies();
    }

    /** @return the cookies as the server set them */
    public List<String> setCookies()
    {
        return List.copyOf(this.setCookies);
    }

    /** @return what a page answers to GET */
    public Answer read(String path)
    {
        return send("GET", path, null, Map.of("Accept", "text/html"));
    }

    /** @return what our REST answers as JSON; the path is one below {@code /rest/wikis/xwiki/cop} */
    public Answer ask(String path)
    {
        return send("GET", Site.REST + path, null, Map.of("Accept", "application/json"));
    }

    /** Sends the fields of a form of ours with a valid token, as our script does, and wants JSON. */
    public Answer post(String path, Map<String, String> fields)
    {
        return write("POST", path, fields);
    }

    /** As {@link #post}, with another method. */
    public Answer write(String method, String path, Map<String, String> fields)
    {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("form_token", token());
        // As the suite's script does: a large text without the token in a header is not read.
        return sendJson(method, Site.REST + path, JSON.valueToTree(all).toString(),
            Map.of("Accept", "application/json", "Cop-Form-Token", all.get("form_token")));
    }

    /** @return the token that our forms carry in this session */
    public String token()
    {
        if (this.token == null) {
            // Where there is no community yet, nothing can be asked, but one can be founded.
            this.token = Stream.of("Ask", "Communities", "Thanks").map(page -> read("/bin/view/CoP/" + page).document()
                .selectFirst(".cop input[name=form_token]")).filter(Objects::nonNull).findFirst()
                .map(field -> field.attr("value"))
                .orElseThrow(() -> new IllegalStateException("No form of ours is shown to " + this.credentials));
        }
        return this.token;
    }

    /** Sends JSON. */
    public Answer sendJson(String method, String path, String json, Map<String, String> headers)
    {
        return exchange(HttpRequest.newBuilder(URI.create(this.base + path))
            .method(method, HttpRequest.BodyPublishers.ofString(json)).header("Content-Type", "application/json"),
            headers);
    }

    /** Sends anything; a value of {@code null} for the fields sends no body. */
    public Answer send(String method, String pathOrUrl, Map<String, String> fields, Map<String, String> headers)
    {
        String url = pathOrUrl.startsWith("/") ? this.base + pathOrUrl : pathOrUrl;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, fields == null
            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form(fields)));
        if (fields != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return exchange(request, headers);
    }

    /** Removes a page or an object through XWiki's REST interface: again where the answer got lost, twice is as once. */
    void remove(String path)
    {
        try {
            send("DELETE", path, null, Map.of());
        } catch (UncheckedIOException e) {
            send("DELETE", path, null, Map.of());
        }
    }

    private Answer exchange(HttpRequest.Builder builder, Map<String, String> headers)
    {
        headers.forEach(builder::header);
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            HttpResponse<String> response =
                this.http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (HttpResponse<?> one = response; one != null; one = one.previousResponse().orElse(null)) {
                this.setCookies.addAll(one.headers().allValues("set-cookie"));
            }
            return new Answer(response.statusCode(), response.body(), response.uri().toString(),
                response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields)
    {
        return fields.entrySet().stream().map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    }

    /** @return the text for a URL's query or a form */
    public static String encode(String text)
    {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @return a new id, as forms carry it */
    public static String newId()
    {
        return UUID.randomUUID().toString();
    }

    /**
     * What the server answered.
     *
     * @param status HTTP status
     * @param body the text
     * @param url where it came from, after redirects
     * @param headers HTTP headers, by name in lower case
     */
    public record Answer(int status, String body, String url, Map<String, List<String>> headers)
    {
        /** @return the body as HTML */
        public Document document()
        {
            return Jsoup.parse(this.body, this.url);
        }

        /** @return the body as JSON */
        public JsonNode json()
        {
            try {
                return JSON.readTree(this.body);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON (" + this.status + "): " + this.body, e);
            }
        }

        /** @return itself, if the status is 2xx */
        public Answer ok()
        {
            if (this.status / 100 != 2) {
                throw new IllegalStateException(this.url + " answered " + this.status + ": " + this.body);
            }
            return this;
        }
    }
}
