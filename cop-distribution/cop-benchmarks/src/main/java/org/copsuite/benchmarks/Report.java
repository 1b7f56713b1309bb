/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The output of a benchmark: lines for people as results arrive, and one JSON object as the last line. */
final class Report
{
    private final PrintStream out;

    private final Map<String, Object> values = new LinkedHashMap<>();

    Report(PrintStream out, String name)
    {
        this.out = out;
        this.values.put("benchmark", name);
    }

    void say(String format, Object... arguments)
    {
        this.out.println(String.format(java.util.Locale.ROOT, format, arguments));
    }

    void put(String name, Object value)
    {
        this.values.put(name, value instanceof Double number ? Math.round(number * 1000) / 1000.0 : value);
    }

    Map<String, Object> values()
    {
        return this.values;
    }

    /** Prints the JSON object. */
    void end()
    {
        try {
            this.out.println(new ObjectMapper().writeValueAsString(this.values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
