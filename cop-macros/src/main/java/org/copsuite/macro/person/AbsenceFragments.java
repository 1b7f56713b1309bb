/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import java.time.LocalDate;
import java.time.ZoneOffset;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.person.Absences;
import org.copsuite.person.Absences.Absence;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints on which days a person is away; for the person, with the form that sets it. Guests are told nothing. */
@Component(roles = AbsenceFragments.class)
@Singleton
public class AbsenceFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Absences> absences;

    /**
     * @param person an account or an imported person
     * @return the absence; empty for guests, and for others than the person if there is none
     */
    public Html section(UserId person)
    {
        boolean own = person.equals(this.printer.reader());
        if (this.printer.reader().isGuest() || person.isImported()) {
            return Html.EMPTY;
        }
        Absence absence = this.absences.get().find(this.printer.wiki(), person).orElse(null);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return absence == null && !own ? Html.EMPTY : this.printer.print("person/absence", "absence", absence, "away",
            absence != null && absence.includes(today), "own", own, "today", today);
    }
}
