/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A chart that a template prints with {@code #chart($chart)}: a picture, drawn by a script, and a table with the same
 * numbers, which readers without the script and screen readers get. Immutable.
 *
 * @param kind how it is drawn
 * @param id the HTML id, unique on the page
 * @param title what it shows, in the language of the reader
 * @param first the heading of the labels' column in the table
 * @param labels what the values belong to: one bar, or one place on the horizontal axis, each
 * @param series the values
 * @param maximum the end of the axis of values; 0 to let the values decide
 */
public record Chart(Kind kind, String id, String title, String first, List<String> labels, List<Series> series,
    double maximum)
{
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int AXIS = 60;

    private static final int BAR = 44;

    private static final int LINES_HEIGHT = 260;

    /** Copies the lists, and checks that each series has a value for each label. */
    public Chart
    {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException("A series must have one value for each label.");
            }
        }
    }

    /** How a chart is drawn. */
    public enum Kind
    {
        /** Horizontal bars, one for each label. */
        BARS,
        /** A line for each series, from left to right. */
        LINES
    }

    /**
     * The values of one kind.
     *
     * @param name its name, in the language of the reader
     * @param values a number for each label; {@code null} where there is none
     */
    public record Series(String name, List<Double> values)
    {
        /** Copies the values. */
        public Series
        {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** @return what the script needs, as JSON */
    public String json()
    {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("kind", this.kind.name().toLowerCase(Locale.ROOT));
        chart.put("labels", this.labels);
        chart.put("series", this.series);
        chart.put("maximum", this.maximum);
        try {
            return JSON.writeValueAsString(chart);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the height of the picture in pixels */
    public int height()
    {
        return this.kind == Kind.BARS ? AXIS + BAR * this.labels.size() : LINES_HEIGHT;
    }
}
