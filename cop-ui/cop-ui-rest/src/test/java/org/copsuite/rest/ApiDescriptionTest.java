/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;

import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Resources and records are what the description says, and the description says no more. */
class ApiDescriptionTest
{
    /** The type of a part of a path: resources parse them all themselves. */
    private static final String ANY = "any";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: (\\w+(?:\\|\\w+)*)}");

    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.ofEntries(
        Map.entry(String.class, Map.of("type", "string")), Map.entry(Html.class, Map.of("type", "string")),
        Map.entry(UserId.class, Map.of("type", "string")), Map.entry(boolean.class, Map.of("type", "boolean")),
        Map.entry(double.class, Map.of("type", "number")), Map.entry(Double.class, Map.of("type", "number")),
        Map.entry(int.class, Map.of("type", "integer")), Map.entry(long.class, Map.of("type", "integer")),
        Map.entry(Integer.class, Map.of("type", "integer")), Map.entry(Long.class, Map.of("type", "integer")),
        Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
        Map.entry(WikiId.class, Map.of("type", "string")),
        Map.entry(CommunityId.class, Map.of("type", "string", "format", "uuid")),
        Map.entry(PostId.class, Map.of("type", "string", "format", "uuid")),
        Map.entry(PageId.class, Map.of("type", "string", "format", "uri")),
        Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
        Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")));

    private final ApiDescription api;

    ApiDescriptionTest() throws Exception
    {
        this.api = new ApiDescription();
    }

    /** The classes of the module; a slice's resources and records are found in its package. */
    private static List<Class<?>> classes() throws Exception
    {
        File root = new File(CopRestComponent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.walk(root.toPath().resolve("org/copsuite/rest"))) {
            for (java.nio.file.Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = root.toPath().relativize(file).toString().replace(File.separatorChar, '.');
                classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
            }
        }
        return classes;
    }

    private static List<Method> methods() throws Exception
    {
        return classes().stream().filter(AbstractResource.class::isAssignableFrom)
            .flatMap(type -> Arrays.stream(type.getMethods())).filter(method -> verb(method) != null).toList();
    }

    @Test
    void describesEveryOperationWithItsParameters() throws Exception
    {
        Map<String, Map<String, String>> declared = new TreeMap<>();
        for (Method method : methods()) {
            paths(method).forEach(path -> declared.put(verb(method) + ' ' + path, parameters(method, path)));
        }
        Map<String, Map<String, String>> described = new TreeMap<>();
        this.api.operations().forEach((name, operation) -> {
            Map<String, String> parameters = this.api.parameters(operation);
            parameters.keySet().removeIf(parameter -> parameter.endsWith(" in header"));
            parameters.replaceAll((parameter, type) -> parameter.endsWith(" in path") ? ANY : type);
            described.put(name, parameters);
        });

        assertThat(declared).hasSizeGreaterThan(50);
        assertThat(described).isEqualTo(declared);
    }

    @Test
    void saysWhichOperationsNeedAFormToken() throws Exception
    {
        Set<String> declared = new TreeSet<>();
        for (Method method : methods()) {
            if (method.isAnnotationPresent(Writes.class)) {
                paths(method).forEach(path -> declared.add(verb(method) + ' ' + path));
            }
        }
        Set<String> described = new TreeSet<>();
        this.api.operations().forEach((name, operation) -> {
            if (this.api.parameters(operation).containsKey(AbstractWriteFilter.HEADER + " in header")) {
                described.add(name);
            }
        });

        assertThat(described).isEqualTo(declared);
    }

    @Test
    void describesEveryRecord() throws Exception
    {
        Map<String, Object> declared = new TreeMap<>();
        for (Class<?> type : classes()) {
            if (type.isRecord() && type.getSimpleName().endsWith("Json") && type.getTypeParameters().length == 0) {
                declare(type, declared);
            }
        }
        Map<String, Object> described = new TreeMap<>();
        this.api.schemas().forEach((name, schema) -> {
            Object plain = plain(schema);
            if (!isList(plain)) {
                described.put(name, plain);
            }
        });

        assertThat(declared).hasSizeGreaterThan(30);
        assertThat(described.keySet()).isEqualTo(declared.keySet());
        assertThat(described).allSatisfy((name, schema) -> assertThat(schema).as(name).isEqualTo(declared.get(name)));
    }

    /** A list has no record of its own: {@link ListJson} and {@link SliceJson} write those of any records. */
    private boolean isList(Object schema)
    {
        return this.api.schemas().keySet().stream().map(ApiDescriptionTest::reference).anyMatch(item -> {
            Map<String, Object> items = Map.of("type", "array", "items", item);
            Map<String, Object> next = Map.of("type", List.of("string", "null"));
            return schema.equals(object(List.of("items"), Map.of("items", items)))
                || schema.equals(object(List.of("items", "next"), Map.of("items", items, "next", next)));
        });
    }

    private static String verb(Method method)
    {
        for (Annotation annotation : method.getAnnotations()) {
            javax.ws.rs.HttpMethod verb = annotation.annotationType().getAnnotation(javax.ws.rs.HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    /** The paths of a method: one, or one for each choice of a placeholder such as {@code {kind: questions|answers}}. */
    private static List<String> paths(Method method)
    {
        String path = '/' + method.getAnnotation(Path.class).value();
        Matcher choice = CHOICE.matcher(path);
        return choice.find()
            ? Arrays.stream(choice.group(1).split("\\|")).map(one -> path.replace(choice.group(), one)).toList()
            : List.of(path);
    }

    private static Map<String, String> parameters(Method method, String path)
    {
        Map<String, String> parameters = new TreeMap<>();
        VARIABLE.matcher(path).results().forEach(variable -> parameters.put(variable.group(1) + " in path", ANY));
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                // Limits are read as text, so that a wrong one is refused with its field.
                boolean isNumber = parameter.getType() == Integer.class || "limit".equals(query.value());
                parameters.put(query.value() + " in query", isNumber ? "integer" : "string");
            }
        }
        return parameters;
    }

    private static void declare(Class<?> type, Map<String, Object> declared)
    {
        String name = name(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Object whole = null;
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                whole = reference(name(component.getType()));
                continue;
            }
            Object schema = schema(component.getGenericType(), declared);
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String property = renamed == null ? component.getName() : renamed.value();
            properties.put(property, component.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema);
            if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(property);
            }
        }
        Object own = object(required, properties);
        Object schema = whole == null ? own : Map.of("allOf", List.of(whole, own));
        Object before = declared.put(name, schema);
        assertThat(before == null || before.equals(schema)).as("one record is named " + name).isTrue();
    }

    private static Object schema(Type type, Map<String, Object> declared)
    {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                ? Map.of("type", "array", "items", schema(last, declared))
                : Map.of("type", "object", "additionalProperties", schema(last, declared));
        }
        Class<?> raw = (Class<?>) type;
        if (SCALARS.containsKey(raw)) {
            return SCALARS.get(raw);
        }
        if (raw.isEnum()) {
            return Map.of("type", "string", "enum", Arrays.stream(raw.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)).toList());
        }
        assertThat(raw).as("a type that the API writes").matches(Class::isRecord);
        if (raw != Person.class) {
            declare(raw, declared);
        }
        return reference(name(raw));
    }

    @SuppressWarnings("unchecked")
    private static Object nullable(Object schema)
    {
        Map<String, Object> nullable = new LinkedHashMap<>((Map<String, Object>) schema);
        if (!nullable.containsKey("type")) {
            return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
        }
        nullable.replace("type", List.of(nullable.get("type"), "null"));
        nullable.computeIfPresent("enum", (name, constants) -> {
            List<Object> all = new ArrayList<>((List<Object>) constants);
            all.add(null);
            return all;
        });
        return nullable;
    }

    private static Map<String, Object> object(List<String> required, Map<String, Object> properties)
    {
        return Map.of("type", "object", "required", required, "properties", properties);
    }

    private static String name(Class<?> type)
    {
        return type.getSimpleName().replaceFirst("Json$", "");
    }

    private static Map<String, Object> reference(String name)
    {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** The schema without what only people read. */
    private static Object plain(Object schema)
    {
        if (schema instanceof List<?> list) {
            return list.stream().map(ApiDescriptionTest::plain).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
        if (!(schema instanceof Map<?, ?> map)) {
            return schema;
        }
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(name, plain(value)));
        if (!(plain.get("description") instanceof Map)) {
            plain.remove("description");
        }
        return plain;
    }
}
