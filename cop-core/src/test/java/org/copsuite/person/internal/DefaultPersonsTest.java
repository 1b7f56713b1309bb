/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultPersonsTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final UserId OTTO = Imported.idOf("stack.example", "7");

    private TestWiki wiki;

    private Persons persons;

    private UserId admin;

    private UserId anna;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.persons = this.wiki.get(Persons.class);
        this.admin = this.wiki.administrator("admin");
        this.anna = this.wiki.account("anna");
        this.persons.addImported(WIKI, List.of(otto("Old Otto")));
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Test
    void everybodyHasAName()
    {
        UserId nobody = new UserId("xwiki:XWiki.nobody");
        UserId unknown = Imported.idOf("stack.example", "8");
        Map<UserId, Person> found = this.persons.find(List.of(this.anna, OTTO, UserId.GUEST, nobody, unknown));
        assertThat(found.get(this.anna).name()).isEqualTo("Anna");
        assertThat(found.get(OTTO).name()).isEqualTo("Old Otto");
        assertThat(found.get(OTTO).active()).isFalse();
        assertThat(found.get(OTTO).profile()).isEqualTo("/bin/view/CoP/Person?cop-person=imported:stack.example/7");
        assertThat(found.get(UserId.GUEST).name()).isEqualTo("Guest");
        assertThat(found.get(nobody).name()).isEqualTo("Former member");
        assertThat(found.get(nobody).profile()).isNull();
        assertThat(found.get(unknown).name()).isEqualTo("Former member");
        assertThat(this.persons.find(OTTO).name()).isEqualTo("Old Otto");
    }

    @Test
    void manyPeopleCostAStatementForEach128AndThenNone()
    {
        List<Imported> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(new Imported(Imported.idOf("many", String.valueOf(i)), "Person " + i, "", Instant.EPOCH, null));
        }
        this.persons.addImported(WIKI, many);
        this.wiki.database().startCounting();
        List<UserId> ids = many.stream().map(Imported::id).toList();
        assertThat(this.persons.find(ids)).hasSize(450);
        assertThat(this.wiki.database().statements()).isEqualTo(4);
        this.persons.find(ids);
        assertThat(this.wiki.database().statements()).isEqualTo(4);
    }

    @Test
    void idsThatNobodyHasAreAskedForOnceAndFoundOnceTheyAreImported()
    {
        UserId id = Imported.idOf("later", "7");
        List<UserId> ids = List.of(id, Imported.idOf("later", "8"));
        this.wiki.database().startCounting();
        for (int i = 0; i < 5; i++) {
            assertThat(this.persons.find(ids).get(id).name()).isEqualTo("Former member");
        }
        assertThat(this.wiki.database().statements()).isEqualTo(1);

        this.persons.addImported(WIKI, List.of(new Imported(id, "Late Lena", "", Instant.EPOCH, null)));
        assertThat(this.persons.find(ids).get(id).name()).isEqualTo("Late Lena");
    }

    @Test
    void importingAgainBringsUpToDateAndKeepsTheLink() throws Exception
    {
        this.persons.link(this.admin, WIKI, OTTO, this.anna);
        this.persons.addImported(WIKI, List.of(otto("Otto \u0000 New\n")));
        Imported otto = this.persons.imported(WIKI, OTTO).orElseThrow();
        assertThat(otto.name()).isEqualTo("Otto New");
        assertThat(otto.account()).isEqualTo(this.anna);
        assertThat(otto.since()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void aLinkedAccountIsShownInsteadUntilTheLinkIsTakenBack() throws Exception
    {
        this.persons.find(OTTO);
        this.persons.link(this.admin, WIKI, OTTO, this.anna);
        assertThat(this.persons.find(OTTO).id()).isEqualTo(this.anna);
        this.persons.link(this.admin, WIKI, OTTO, null);
        assertThat(this.persons.find(OTTO).name()).isEqualTo("Old Otto");
    }

    @Test
    void onlyAdministratorsLinkAndOnlyWhatIsThere()
    {
        refused(CopException.Kind.SIGN_IN, UserId.GUEST, OTTO, this.anna);
        refused(CopException.Kind.FORBIDDEN, this.anna, OTTO, this.anna);
        refused(CopException.Kind.NOT_FOUND, this.admin, Imported.idOf("stack.example", "8"), this.anna);
        refused(CopException.Kind.INVALID, this.admin, OTTO, new UserId("xwiki:XWiki.nobody"));
        refused(CopException.Kind.INVALID, this.admin, OTTO, OTTO);
        refused(CopException.Kind.INVALID, this.admin, this.anna, this.admin);
        assertThat(this.persons.mayLink(this.admin, WIKI)).isTrue();
        assertThat(this.persons.mayLink(this.anna, WIKI)).isFalse();
        assertThat(this.persons.mayLink(UserId.GUEST, WIKI)).isFalse();
    }

    @Test
    void anotherAccountIsLinkedOnlyAfterTheFirstLinkWasTakenBack() throws Exception
    {
        this.persons.link(this.admin, WIKI, OTTO, this.anna);
        this.persons.link(this.admin, WIKI, OTTO, this.anna);
        refused(CopException.Kind.INVALID, this.admin, OTTO, this.admin);
        assertThat(this.persons.find(OTTO).id()).isEqualTo(this.anna);
        this.persons.link(this.admin, WIKI, OTTO, null);
        this.persons.link(this.admin, WIKI, OTTO, this.admin);
        assertThat(this.persons.find(OTTO).id()).isEqualTo(this.admin);
    }

    @Test
    void anAccountKnowsTheNamesItHadElsewhere() throws Exception
    {
        UserId early = Imported.idOf("older.example", "1");
        this.persons.addImported(WIKI, List.of(new Imported(early, "Aunt Otto", "", Instant.EPOCH, null)));
        assertThat(this.persons.importedOf(WIKI, this.anna)).isEmpty();
        this.persons.link(this.admin, WIKI, OTTO, this.anna);
        this.persons.link(this.admin, WIKI, early, this.anna);
        assertThat(this.persons.importedOf(WIKI, this.anna)).extracting(Imported::name, Imported::source)
            .containsExactly(tuple("Aunt Otto", "older.example"), tuple("Old Otto", "stack.example"));
        assertThat(this.persons.importedOf(WIKI, this.admin)).isEmpty();
    }

    @Test
    void nobodyIsImportedAsAnAccount()
    {
        List<Imported> account = List.of(new Imported(this.anna, "Anna", "", Instant.EPOCH, null));
        assertThatThrownBy(() -> this.persons.addImported(WIKI, account)).isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(CopException.Kind kind, UserId actor, UserId imported, UserId account)
    {
        assertThatThrownBy(() -> this.persons.link(actor, WIKI, imported, account))
            .isInstanceOfSatisfying(CopException.class, e -> assertThat(e.getKind()).isEqualTo(kind));
    }

    private static Imported otto(String name)
    {
        return new Imported(OTTO, name, "I ask.", Instant.ofEpochSecond(1), null);
    }
}
