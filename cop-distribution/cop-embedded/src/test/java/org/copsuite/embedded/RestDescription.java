/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.rest.CopRestComponent;

/** The routes of REST with their parameters and fields, read from the lines of the description for machines. */
final class RestDescription
{
    private static final Pattern PATH = Pattern.compile("^  (/\\S*):$");

    private static final Pattern VERB = Pattern.compile("^    (get|post|put|delete):$");

    private static final Pattern QUERY = Pattern.compile("\\{name: ([A-Za-z-]+), in: query");

    private static final Pattern FIELD = Pattern.compile("^\\s{16}([A-Za-z_]+): \\{(.*)\\}$");

    private static final Pattern CHOICES = Pattern.compile("enum: \\[([^,\\]]+)");

    /**
     * A route.
     *
     * @param verb the method
     * @param path the path below the suite's, with placeholders
     * @param queries its query parameters
     * @param fields the fields of its body, each with a likely value as JSON
     */
    record Route(String verb, String path, List<String> queries, Map<String, String> fields)
    {
        @Override
        public String toString()
        {
            return this.verb + ' ' + this.path;
        }
    }

    private RestDescription()
    {
    }

    static List<Route> routes()
    {
        List<Route> routes = new ArrayList<>();
        String path = "";
        for (String line : lines()) {
            Matcher found = PATH.matcher(line);
            if (found.find()) {
                path = found.group(1);
                continue;
            }
            found = VERB.matcher(line);
            if (found.find()) {
                routes.add(new Route(found.group(1).toUpperCase(java.util.Locale.ROOT), path,
                    new ArrayList<>(List.of("limit", "after")), new LinkedHashMap<>()));
            } else if (!routes.isEmpty()) {
                read(line, routes.get(routes.size() - 1));
            }
            if (line.startsWith("components:")) {
                break;
            }
        }
        return routes;
    }

    private static void read(String line, Route route)
    {
        Matcher query = QUERY.matcher(line);
        if (query.find()) {
            route.queries().add(query.group(1));
        }
        Matcher field = FIELD.matcher(line);
        if (field.find()) {
            route.fields().put(field.group(1), likely(field.group(2)));
        }
    }

    private static String likely(String type)
    {
        Matcher choice = CHOICES.matcher(type);
        if (choice.find()) {
            return '"' + choice.group(1) + '"';
        }
        return type.contains("type: array") ? "[\"bread\"]" : type.contains("type: boolean") ? "true"
            : type.contains("type: integer") ? "1" : type.contains("uuid") ? "\"${id}\""
                : "\"Some plausible words, enough of them\"";
    }

    private static List<String> lines()
    {
        try (InputStream in = CopRestComponent.class.getResourceAsStream("/org/copsuite/rest/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
