/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a list by keyset goes on: the sort values of the last item, bound to the list they came from. It comes back from a
 * URL, so each value is checked as it is read.
 */
public final class Cursor
{
    private static final String SEPARATOR = "\n";

    private final List<String> values;

    private Cursor(List<String> values)
    {
        this.values = values;
    }

    /**
     * @param list what the list is: its order and all that it is filtered by, so that a cursor fits no other list
     * @param values the sort values of the last item, the id last
     * @return the cursor's text, safe in a URL
     */
    public static String write(String list, Object... values)
    {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toHexString(list.hashCode()));
        for (Object value : values) {
            parts.add(value.toString());
        }
        return Base64.getUrlEncoder().withoutPadding()
            .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param list what the list is
     * @param text what came back
     * @param size how many values it has
     * @return the cursor
     * @throws CopException INVALID on field {@code after}, if it is not of that list
     */
    public static Cursor read(String list, String text, int size) throws CopException
    {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() != size + 1 || !parts.get(0).equals(Integer.toHexString(list.hashCode()))) {
                throw refusal();
            }
            return new Cursor(parts.subList(1, parts.size()));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    /**
     * @param index which value
     * @return it
     * @throws CopException INVALID if it is no such number
     */
    public long number(int index) throws CopException
    {
        try {
            return Long.parseLong(this.values.get(index));
        } catch (NumberFormatException e) {
            throw refusal();
        }
    }

    /**
     * @param index which value
     * @return it
     * @throws CopException INVALID if it is no such number
     */
    public double real(int index) throws CopException
    {
        try {
            double value = Double.parseDouble(this.values.get(index));
            if (Double.isFinite(value)) {
                return value;
            }
            throw refusal();
        } catch (NumberFormatException e) {
            throw refusal();
        }
    }

    /**
     * @param index which value
     * @return it
     * @throws CopException INVALID if it is no UUID
     */
    public UUID uuid(int index) throws CopException
    {
        try {
            return UUID.fromString(this.values.get(index));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    /**
     * @param index which value
     * @return it
     * @throws CopException INVALID if it holds what no list is ordered by
     */
    public String text(int index) throws CopException
    {
        String value = this.values.get(index);
        if (!value.equals(PlainText.line(value)) || value.length() > 1000) {
            throw refusal();
        }
        return value;
    }

    private static CopException refusal()
    {
        return CopException.invalid("after", "cop.error.cursor");
    }
}
