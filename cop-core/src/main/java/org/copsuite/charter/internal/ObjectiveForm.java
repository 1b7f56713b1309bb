/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.charter.Objective;

/** Validates the form of an objective. */
final class ObjectiveForm
{
    private ObjectiveForm()
    {
    }

    /**
     * @return the objective with normalised values
     * @throws CopException INVALID with all invalid fields
     */
    static Objective check(ObjectiveDraft draft) throws CopException
    {
        FormCheck form = new FormCheck();
        String title = form.line("title", draft.title(), 1, CharterService.LINE_MAXIMUM, "cop.charter.error.title");
        String measure =
            form.line("measure", draft.measure(), 1, CharterService.LINE_MAXIMUM, "cop.charter.error.measure");
        BigDecimal start = number(form, "start", draft.start(), BigDecimal.ZERO);
        BigDecimal target = number(form, "target", draft.target(), null);
        BigDecimal now = number(form, "now", draft.now(), start);
        if (start != null && target != null && start.compareTo(target) == 0) {
            form.refuse("target", "cop.charter.error.same");
        }
        LocalDate due = day(form, draft.due());
        form.end();
        return new Objective(draft.id(), title, measure, start, target, now, due);
    }

    private static BigDecimal number(FormCheck form, String field, String typed, BigDecimal blank)
    {
        String digits = Objects.toString(typed, "").strip();
        if (digits.isEmpty() && blank != null) {
            return blank;
        }
        try {
            return ObjectiveLines.number(digits);
        } catch (NumberFormatException e) {
            form.refuse(field, "cop.charter.error.number", CharterService.DIGITS_MAXIMUM);
            return null;
        }
    }

    private static LocalDate day(FormCheck form, String typed)
    {
        try {
            LocalDate day = ObjectiveLines.day(Objects.toString(typed, ""));
            if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
                form.refuse("due", "cop.charter.error.due");
            }
            return day;
        } catch (DateTimeException e) {
            form.refuse("due", "cop.charter.error.due");
            return null;
        }
    }

    /** @return the values of an objective as lines of text, for somebody whose own change conflicts with them */
    static String describe(Objective objective)
    {
        return objective.title() + '\n' + objective.measure() + '\n' + objective.start().toPlainString() + " \u2192 "
            + objective.now().toPlainString() + " \u2192 " + objective.target().toPlainString()
            + (objective.due() == null ? "" : "\n" + objective.due());
    }
}
