/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** The description of the API as the build joins it from the capabilities' parts. */
final class ApiDescription
{
    private static final String REF = "$ref";

    private final Map<String, Object> document;

    ApiDescription() throws Exception
    {
        try (InputStream in = ApiDescription.class.getResourceAsStream("/org/copsuite/rest/openapi.yaml")) {
            this.document = new Yaml().load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** All operations, such as {@code GET /questions/{id}}. */
    Map<String, Map<String, Object>> operations()
    {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        map(this.document, "paths").forEach((path, item) -> map(item).forEach(
            (verb, operation) -> operations.put(verb.toUpperCase(Locale.ROOT) + ' ' + path, map(operation))));
        return operations;
    }

    /** All schemas by name. */
    Map<String, Object> schemas()
    {
        return map(map(this.document, "components"), "schemas");
    }

    /** The parameters of an operation, such as {@code limit in query}, each with its type. */
    Map<String, String> parameters(Map<String, Object> operation)
    {
        Map<String, String> parameters = new TreeMap<>();
        for (Object one : list(operation, "parameters")) {
            Map<String, Object> parameter = resolve(one);
            parameters.put(parameter.get("name") + " in " + parameter.get("in"),
                String.valueOf(map(parameter, "schema").get("type")));
        }
        return parameters;
    }

    /** Compares an answer with the schema that its operation declares; a refusal, with that of all refusals. */
    void check(String verb, String path, int status, JsonNode body)
    {
        String type = status < 400 ? "application/json" : "application/problem+json";
        Map<String, Object> response = status < 400 ? map(map(operation(verb, path), "responses"), String.valueOf(status))
            : resolve(Map.of(REF, "#/components/responses/problem"));
        List<String> differences = new ArrayList<>();
        compare(map(map(map(response, "content"), type), "schema"), body, "", differences);
        assertThat(differences).as("differences between the answer to " + verb + ' ' + path + " and its schema").isEmpty();
    }

    private Map<String, Object> operation(String verb, String path)
    {
        Map<String, Map<String, Object>> operations = operations();
        String exact = verb + ' ' + path;
        return operations.getOrDefault(exact, operations.entrySet().stream()
            .filter(one -> exact.matches(one.getKey().replaceAll("\\{\\w+}", "[^/]+"))).map(Map.Entry::getValue).findFirst()
            .orElseThrow(() -> new AssertionError("The API does not describe " + exact)));
    }

    private void compare(Map<String, Object> declared, JsonNode value, String at, List<String> differences)
    {
        Map<String, Object> schema = flat(declared);
        Object choices = schema.getOrDefault("anyOf", schema.get("oneOf"));
        if (choices != null) {
            if (((List<?>) choices).stream().allMatch(choice -> !fits(map(choice), value))) {
                differences.add(at + ": no schema fits " + value);
            }
            return;
        }
        if (!types(schema).contains(typeOf(value))) {
            differences.add(at + ": " + typeOf(value) + " instead of " + types(schema));
        } else if (schema.containsKey("enum") && !list(schema, "enum").contains(value.isNull() ? null : value.asText())) {
            differences.add(at + ": " + value + " is none of " + schema.get("enum"));
        } else if (value.isArray()) {
            value.forEach(item -> compare(map(schema, "items"), item, at + "[]", differences));
        } else if (value.isObject() && schema.containsKey("properties")) {
            compareObject(schema, value, at, differences);
        }
    }

    private void compareObject(Map<String, Object> schema, JsonNode value, String at, List<String> differences)
    {
        Map<String, Object> properties = map(schema, "properties");
        Set<String> names = new HashSet<>();
        value.fieldNames().forEachRemaining(names::add);
        for (Object required : list(schema, "required")) {
            if (!names.contains(required)) {
                differences.add(at + '.' + required + " is missing");
            }
        }
        for (String name : names) {
            if (properties.containsKey(name)) {
                compare(map(properties.get(name)), value.get(name), at + '.' + name, differences);
            } else {
                differences.add(at + '.' + name + " is not described");
            }
        }
    }

    private boolean fits(Map<String, Object> schema, JsonNode value)
    {
        List<String> differences = new ArrayList<>();
        compare(schema, value, "", differences);
        return differences.isEmpty();
    }

    /** Follows references, and joins the parts of {@code allOf}. */
    private Map<String, Object> flat(Map<String, Object> declared)
    {
        Map<String, Object> schema = resolve(declared);
        if (!schema.containsKey("allOf")) {
            return schema;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Object part : list(schema, "allOf")) {
            properties.putAll(map(flat(map(part)), "properties"));
            required.addAll(list(flat(map(part)), "required"));
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    private static List<Object> types(Map<String, Object> schema)
    {
        return schema.get("type") instanceof List<?> several ? List.copyOf(several) : List.of(schema.get("type"));
    }

    private static String typeOf(JsonNode value)
    {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> resolve(Object value)
    {
        Map<String, Object> schema = map(value);
        if (!schema.containsKey(REF)) {
            return schema;
        }
        Map<String, Object> found = this.document;
        for (String step : schema.get(REF).toString().substring(2).split("/")) {
            found = map(found, step);
        }
        return found;
    }

    private static Map<String, Object> map(Map<String, Object> parent, String name)
    {
        assertThat(parent).containsKey(name);
        return map(parent.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value)
    {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Map<String, Object> parent, String name)
    {
        return (List<?>) parent.getOrDefault(name, List.of());
    }
}
