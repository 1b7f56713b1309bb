/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.PlainText;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.Objective;

/**
 * Converts objectives to the property of the page object and back: one objective a line, its values separated by tabs.
 * Somebody may have edited the property by hand, so what is no objective is left out.
 */
final class ObjectiveLines
{
    private static final String TAB = "\t";

    private static final int VALUES = 7;

    private ObjectiveLines()
    {
    }

    static String write(List<Objective> objectives)
    {
        return objectives.stream().map(ObjectiveLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Objective objective)
    {
        return String.join(TAB, objective.id().toString(), objective.title(), objective.measure(),
            objective.start().toPlainString(), objective.target().toPlainString(), objective.now().toPlainString(),
            Objects.toString(objective.due(), ""));
    }

    /** @return the objectives, each id once, at most {@link CharterService#OBJECTIVES_MAXIMUM} */
    static List<Objective> read(String text)
    {
        Map<UUID, Objective> objectives = new LinkedHashMap<>();
        text.lines().map(ObjectiveLines::objective).filter(Objects::nonNull)
            .forEach(objective -> objectives.putIfAbsent(objective.id(), objective));
        return objectives.values().stream().limit(CharterService.OBJECTIVES_MAXIMUM).toList();
    }

    private static Objective objective(String line)
    {
        String[] values = line.split(TAB, -1);
        if (values.length != VALUES) {
            return null;
        }
        try {
            int i = 0;
            return new Objective(UUID.fromString(values[i++]), text(values[i++]), text(values[i++]),
                number(values[i++]), number(values[i++]), number(values[i++]), day(values[i]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static String text(String value)
    {
        return PlainText.cut(PlainText.line(value), CharterService.LINE_MAXIMUM);
    }

    /**
     * @return the number, with a decimal point or comma
     * @throws NumberFormatException if it is none, or has too many digits
     */
    static BigDecimal number(String typed)
    {
        String digits = typed.replace(',', '.');
        if (!digits.matches("[-\u2212]?[0-9]{1,12}(\\.[0-9]{1,3})?")) {
            throw new NumberFormatException(typed);
        }
        BigDecimal number = new BigDecimal(digits.replace('\u2212', '-')).stripTrailingZeros();
        if (number.precision() > CharterService.DIGITS_MAXIMUM) {
            throw new NumberFormatException(typed);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /**
     * @return the day, {@code null} for a blank text
     * @throws DateTimeException if it is none
     */
    static LocalDate day(String typed)
    {
        return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    }
}
