/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import java.time.LocalDate;

import org.copsuite.person.Absences.Absence;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.UserId;

/** The days on which a person is away. */
record AbsenceJson(UserId person, @Nullable LocalDate first, @Nullable LocalDate last)
{
    static AbsenceJson of(UserId person, Absence absence)
    {
        return new AbsenceJson(person, absence == null ? null : absence.first(), absence == null ? null : absence.last());
    }
}
