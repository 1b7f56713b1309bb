/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.person.Absences;
import org.copsuite.person.Absences.Absence;
import org.copsuite.person.Persons.Imported;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class AbsencesTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private TestWiki wiki;

    private Absences absences;

    private UserId anna;

    private UserId bert;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.absences = this.wiki.get(Absences.class);
        this.anna = this.wiki.account("anna");
        this.bert = this.wiki.account("bert");
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private static void refused(ThrowingCallable call, String field, String key)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, e -> {
            assertThat(e.getKind()).isEqualTo(CopException.Kind.INVALID);
            assertThat(e.getFields().get(field).key()).isEqualTo(key);
        });
    }

    @Test
    void theDaysAreInclusive() throws Exception
    {
        this.absences.set(this.anna, WIKI, TODAY, TODAY.plusDays(3));

        List<UserId> both = List.of(this.anna, this.bert, UserId.GUEST, Imported.idOf("x", "1"));
        assertThat(this.absences.away(WIKI, both, TODAY.minusDays(1))).isEmpty();
        assertThat(this.absences.away(WIKI, both, TODAY)).containsExactly(this.anna);
        assertThat(this.absences.away(WIKI, both, TODAY.plusDays(3))).containsExactly(this.anna);
        assertThat(this.absences.away(WIKI, both, TODAY.plusDays(4))).isEmpty();
        assertThat(this.absences.away(WIKI, List.of(), TODAY)).isEmpty();
        assertThat(this.absences.away(new WikiId("other"), both, TODAY)).isEmpty();
        assertThat(this.absences.find(WIKI, this.anna)).contains(new Absence(TODAY, TODAY.plusDays(3)));
        assertThat(this.absences.find(WIKI, this.bert)).isEmpty();
        assertThat(new Absence(TODAY, TODAY).includes(TODAY)).isTrue();
        assertThat(new Absence(TODAY, TODAY).includes(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void aPersonHasOneAbsenceAndEndsIt() throws Exception
    {
        this.absences.set(this.anna, WIKI, TODAY, TODAY);
        this.absences.set(this.bert, WIKI, TODAY, TODAY);
        this.absences.set(this.anna, WIKI, TODAY.plusDays(7), TODAY.plusDays(9));
        assertThat(this.absences.find(WIKI, this.anna)).contains(new Absence(TODAY.plusDays(7), TODAY.plusDays(9)));

        this.absences.end(this.anna, WIKI);
        this.absences.end(this.anna, WIKI);
        assertThat(this.absences.find(WIKI, List.of(this.anna, this.bert))).containsOnlyKeys(this.bert);
    }

    @Test
    void onlyAccountsAreAway()
    {
        assertThatThrownBy(() -> this.absences.set(UserId.GUEST, WIKI, null, null))
            .hasMessageContaining("SIGN_IN");
        assertThatThrownBy(() -> this.absences.end(UserId.GUEST, WIKI)).hasMessageContaining("SIGN_IN");
        assertThatThrownBy(() -> this.absences.set(Imported.idOf("x", "1"), WIKI, TODAY, TODAY))
            .hasMessageContaining("FORBIDDEN");
    }

    @Test
    void theDaysAreBounded() throws Exception
    {
        refused(() -> this.absences.set(this.anna, WIKI, null, TODAY), "first", "cop.absence.error.first");
        refused(() -> this.absences.set(this.anna, WIKI, TODAY, null), "last", "cop.absence.error.last");
        refused(() -> this.absences.set(this.anna, WIKI, TODAY.plusDays(1), TODAY), "last", "cop.absence.error.order");
        refused(() -> this.absences.set(this.anna, WIKI, TODAY.minusDays(2), TODAY.minusDays(1)), "last",
            "cop.absence.error.past");
        refused(() -> this.absences.set(this.anna, WIKI, TODAY, TODAY.plusYears(1).plusDays(1)), "last",
            "cop.absence.error.long");
        refused(() -> this.absences.set(this.anna, WIKI, TODAY.plusYears(1).plusDays(1), TODAY.plusYears(2)), "first",
            "cop.absence.error.far");
        refused(() -> this.absences.set(this.anna, WIKI, LocalDate.MIN, LocalDate.MAX), "last", "cop.absence.error.long");
        refused(() -> this.absences.set(this.anna, WIKI, LocalDate.MAX, LocalDate.MAX), "first", "cop.absence.error.far");
        assertThat(this.absences.find(WIKI, this.anna)).isEmpty();

        this.absences.set(this.anna, WIKI, TODAY, TODAY.plusYears(1));
        assertThat(this.absences.find(WIKI, this.anna)).isPresent();
    }

    @Test
    void anAbsenceThatHasPassedIsPurged() throws Exception
    {
        this.absences.set(this.anna, WIKI, TODAY, TODAY);
        this.absences.set(this.bert, WIKI, TODAY, TODAY);
        this.wiki.get(Ledger.class).write(tx -> tx.session()
            .createQuery("update AbsenceRow set first = first - 2, last = last - 1 where person = :anna")
            .setParameter("anna", this.anna.value()).executeUpdate());
        assertThat(this.absences.find(WIKI, this.anna)).isEmpty();
        assertThat(this.absences.away(WIKI, List.of(this.anna), TODAY.minusDays(1))).containsExactly(this.anna);

        this.wiki.get(MaintenanceTask.class, "absences").run();
        assertThat(this.absences.away(WIKI, List.of(this.anna), TODAY.minusDays(1))).isEmpty();
        assertThat(this.absences.find(WIKI, this.bert)).isPresent();
    }

    @Test
    void manyPeopleCostAStatementForEach128()
    {
        List<UserId> many = IntStream.range(0, 300).mapToObj(i -> new UserId("xwiki:XWiki.u" + i)).toList();
        this.wiki.database().startCounting();
        this.absences.away(WIKI, many, TODAY);
        assertThat(this.wiki.database().statements()).isEqualTo(3);
    }
}
