/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that runs no scripts: keeps cookies, reads pages, sends forms with their token. */
final class Browser
{
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final URI wiki;

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NEVER).build();

    Browser(URI wiki)
    {
        this.wiki = wiki;
    }

    HttpResponse<String> get(String path)
    {
        return send(HttpRequest.newBuilder(uri(path)).GET().build());
    }

    HttpResponse<byte[]> bytes(String path)
    {
        try {
            return this.client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with the token of this session. */
    HttpResponse<String> post(String path, Map<String, String> fields)
    {
        return postWith(token(), path, fields);
    }

    /** Sends a form with any token, or none. */
    HttpResponse<String> postWith(String token, String path, Map<String, String> fields)
    {
        String form = fields.entrySet().stream().map(entry -> encode(entry.getKey()) + '=' + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
        String body = token == null ? form : "form_token=" + encode(token) + '&' + form;
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)).build());
    }

    /** Sends a form with a file. */
    HttpResponse<String> upload(String token, String path, String name, byte[] content, Map<String, String> fields)
    {
        String boundary = "----boundary7";
        StringBuilder head = new StringBuilder();
        fields.forEach((key, value) -> head.append("--").append(boundary)
            .append("\r\nContent-Disposition: form-data; name=\"").append(key).append("\"\r\n\r\n").append(value)
            .append("\r\n"));
        if (token != null) {
            head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n")
                .append(token).append("\r\n");
        }
        head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
            .append(name).append("\"\r\nContent-Type: text/html\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body)).build());
    }

    /** @return the form token of this session */
    String token()
    {
        return tokenIn(get("/bin/login").body());
    }

    static String tokenIn(String html)
    {
        Matcher token = TOKEN.matcher(html);
        assertThat(token.find()).as("a form with a token").isTrue();
        return token.group(1);
    }

    Browser signIn(String login, String password)
    {
        assertThat(post("/bin/login", Map.of("login", login, "password", password)).statusCode()).isEqualTo(303);
        return this;
    }

    /** @return a request to be completed, for {@link #exchange} */
    HttpRequest.Builder request(String path)
    {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpResponse<String> exchange(HttpRequest request)
    {
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest request)
    {
        try {
            return this.client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path)
    {
        return this.wiki.resolve(path);
    }

    private static String encode(String text)
    {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
