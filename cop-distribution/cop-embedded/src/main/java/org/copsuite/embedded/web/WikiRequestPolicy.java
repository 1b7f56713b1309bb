/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.commons.text.StringEscapeUtils;
import org.copsuite.embedded.http.ClientAddress;
import org.copsuite.embedded.http.Refusal;
import org.copsuite.embedded.http.RequestPolicy;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Decides on a request before its body is read: finds its session and its client, and limits its body. */
@Component(roles = WikiRequestPolicy.class)
@Singleton
public class WikiRequestPolicy implements RequestPolicy
{
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REST = "/rest/";

    @Inject
    private BodyLimits limits;

    @Inject
    private SessionCookies cookies;

    @Inject
    private Requests requests;

    @Inject
    private Texts texts;

    @Inject
    private Resources resources;

    @Override
    public long largestBody(HttpServletRequest request)
    {
        return this.limits.of(request);
    }

    @Override
    public boolean isTokenValid(HttpServletRequest request, String token)
    {
        return EmbeddedRequests.isToken(this.cookies.find(request), token);
    }

    @Override
    public String client(HttpServletRequest request)
    {
        return this.cookies.find(request).map(Session::user).filter(user -> !user.isGuest())
            .map(user -> "account " + user.value())
            .orElseGet(() -> "address " + ClientAddress.network(request.getRemoteAddr()));
    }

    @Override
    public void explain(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException
    {
        SecurityHeaders.set(response);
        Locale locale = request.getLocale();
        String title = this.texts.text(locale, "embedded.error.title");
        String message = this.texts.text(locale, "embedded.refused." + refusal.key());
        byte[] body;
        if (request.getRequestURI().startsWith(REST)) {
            response.setContentType("application/problem+json");
            response.setHeader("Cop-Answer", "true");
            body = JSON.writeValueAsBytes(problem(request, response, refusal, title, message));
        } else {
            response.setContentType("text/html; charset=utf-8");
            body = ("<!DOCTYPE html>\n<html lang=\"" + StringEscapeUtils.escapeHtml4(locale.toLanguageTag())
                + "\"><head><meta charset=\"utf-8\"><title>" + StringEscapeUtils.escapeHtml4(title)
                + "</title><link rel=\"stylesheet\" href=\"" + this.resources.skin("wiki.css") + "\"></head><body><main><h1>"
                + StringEscapeUtils.escapeHtml4(title) + "</h1><p>" + StringEscapeUtils.escapeHtml4(message)
                + "</p></main></body></html>\n").getBytes(StandardCharsets.UTF_8);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The format is that of the suite's REST resources: its script retries the request with the new token. */
    private Map<String, Object> problem(HttpServletRequest request, HttpServletResponse response, Refusal refusal,
        String title, String message)
    {
        Map<String, Object> problem = new LinkedHashMap<>();
        boolean token = "token".equals(refusal.key());
        problem.put("type", "urn:cop:problem:" + (token ? "form-token" : "http-" + refusal.status()));
        problem.put("title", title);
        problem.put("status", refusal.status());
        problem.put("detail", message);
        if (token) {
            Exchange.begin(request, response, this.cookies.find(request).orElse(null));
            try {
                problem.put("token", this.requests.token());
            } finally {
                Exchange.end();
            }
        }
        return problem;
    }
}
