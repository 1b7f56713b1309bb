/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** All that our REST resources answer, read from the resources themselves: a new one is in the tests by itself. */
final class RestPaths
{
    private RestPaths()
    {
    }

    /** @return every method of every resource */
    static List<Operation> all()
    {
        List<Operation> operations = new ArrayList<>();
        for (Class<?> type : resources()) {
            String root = type.getAnnotation(Path.class).value();
            for (Method method : type.getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        Path path = method.getAnnotation(Path.class);
                        operations.add(new Operation(verb.value(), join(root, path == null ? "" : path.value())));
                    }
                }
            }
        }
        return operations;
    }

    /** @return those that change something */
    static List<Operation> writes()
    {
        return all().stream().filter(operation -> !"GET".equals(operation.verb())
            && !"HEAD".equals(operation.verb()) && !"OPTIONS".equals(operation.verb())).toList();
    }

    private static String join(String root, String path)
    {
        String joined = '/' + root + '/' + path;
        return "/rest" + joined.replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static List<Class<?>> resources()
    {
        List<Class<?>> types = new ArrayList<>();
        try {
            ClassLoader loader = RestPaths.class.getClassLoader();
            for (URL list : Collections.list(loader.getResources("META-INF/components.txt"))) {
                try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    for (String line : lines.lines().filter(l -> l.contains("org.copsuite.")).toList()) {
                        Class<?> type = Class.forName(line.replaceFirst("^\\d+:", "").strip(), false, loader);
                        if (type.isAnnotationPresent(Path.class)) {
                            types.add(type);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return types;
    }

    /**
     * What a resource answers.
     *
     * @param verb HTTP method
     * @param template the path, with parameters in braces
     */
    record Operation(String verb, String template)
    {
        /** @return the path with the wiki's id, and something else for each other parameter */
        String path(String other)
        {
            return this.template.replaceAll("\\{\\s*wiki\\s*(:[^}]*)?\\}", "xwiki")
                .replaceAll("\\{\\s*kind\\s*:[^}]*\\}", "questions").replaceAll("\\{[^}]*\\}", other);
        }

        /** @return whether it names something */
        boolean hasId()
        {
            return path("\u0001").contains("\u0001");
        }

        @Override
        public String toString()
        {
            return this.verb + ' ' + this.template;
        }
    }
}
