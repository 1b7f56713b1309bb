/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest
{
    @ParameterizedTest
    @CsvSource({
        "40001, 1213, true",
        "40P01, 0, true",
        "40001, -4861, true",
        "HY000, 1205, true",
        "HY000, 1020, true",
        "HY000, 1114, false",
        "23000, 1062, false",
        "08S01, 1205, false",
        ", 1205, false"})
    void recognisesWhatIsWorthAnotherTry(String state, int code, boolean conflict)
    {
        assertThat(Conflicts.isConflict(new SQLException("", state, code))).isEqualTo(conflict);
    }
}
