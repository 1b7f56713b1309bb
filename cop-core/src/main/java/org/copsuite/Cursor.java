/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Position in a keyset list: the sort values of the last item, bound to the list. It comes from a URL, so each value is
 * validated when it is read.
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
     * @param list identifies the list by its order and all its filters, so that the cursor fits no other list
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
     * @param list identifies the list
     * @param text the cursor's text
     * @param size the number of values
     * @return the cursor
     * @throws CopException INVALID on field {@code after} if it belongs to another list
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
     * @param index the index of a value
     * @return the value
     * @throws CopException INVALID if it is no whole number
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
     * @param index the index of a value
     * @return the value
     * @throws CopException INVALID if it is no whole number of 32 bits
     */
    public int integer(int index) throws CopException
    {
        try {
            return Integer.parseInt(this.values.get(index));
        } catch (NumberFormatException e) {
            throw refusal();
        }
    }

    /**
     * @param index the index of a value
     * @return the value
     * @throws CopException INVALID if it is no number
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
     * @param index the index of a value
     * @return the value
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
     * @param index the index of a value
     * @return the value
     * @throws CopException INVALID if it contains characters that no sort value has
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
