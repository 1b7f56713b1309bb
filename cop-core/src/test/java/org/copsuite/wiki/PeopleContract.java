/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The contract of {@link People}, tested on every binding. */
public abstract class PeopleContract
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final UserId NOBODY = new UserId("xwiki:XWiki.nobody-of-that-name");

    /** @return the binding under test */
    protected abstract People people();

    /** @return an active account whose login is {@code alice} and whose name is {@code Alice van Dam} */
    protected abstract UserId alice();

    /** @return an active account whose login is {@code bob} and whose name is {@code Bob Damson} */
    protected abstract UserId bob();

    /** @return an inactive account whose login is {@code carol} and whose name is {@code Carol Damaged} */
    protected abstract UserId inactive();

    @Test
    void actsAsNobodyAtFirst()
    {
        assertThat(people().current()).isEqualTo(UserId.GUEST);
    }

    @Test
    void actsForSomebodyWhileItWorks()
    {
        String result = people().as(alice(), () -> {
            assertThat(people().current()).isEqualTo(alice());
            people().as(bob(), () -> assertThat(people().current()).isEqualTo(bob()));
            assertThat(people().current()).isEqualTo(alice());
            people().as(UserId.GUEST, () -> assertThat(people().current()).isEqualTo(UserId.GUEST));
            assertThat(people().current()).isEqualTo(alice());
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(people().current()).isEqualTo(UserId.GUEST);
    }

    @Test
    void actsAsBeforeAfterAFailure()
    {
        assertThatThrownBy(() -> people().as(alice(), () -> {
            throw new IOException("failed");
        })).isInstanceOf(IOException.class).hasMessage("failed");
        assertThat(people().current()).isEqualTo(UserId.GUEST);
    }

    @Test
    void findsAccounts()
    {
        Person alice = people().find(alice()).orElseThrow();
        assertThat(alice.id()).isEqualTo(alice());
        assertThat(alice.name()).isEqualTo("Alice van Dam");
        assertThat(alice.active()).isTrue();
        assertThat(alice.locale()).isNotNull();
        assertThat(alice.zone()).isNotNull();
        assertThat(people().find(inactive())).map(Person::active).contains(false);
        Map<UserId, Person> found = people().find(List.of(alice(), bob(), NOBODY, UserId.GUEST,
            new UserId(UserId.IMPORTED + "7"), new UserId("something else")));
        assertThat(found).containsOnlyKeys(alice(), bob());
        assertThat(people().find(NOBODY)).isEmpty();
        assertThat(people().find(UserId.GUEST)).isEmpty();
        assertThat(people().find(List.of())).isEmpty();
    }

    @Test
    void hasAServiceAccountThatIsNobody()
    {
        assertThat(people().service().isGuest()).isFalse();
        assertThat(people().service().isImported()).isFalse();
        assertThat(people().find(people().service()).map(Person::active).orElse(false)).isFalse();
        assertThat(people().startingWith(WIKI, "", 100)).extracting(Person::id).doesNotContain(people().service());
    }

    @Test
    void findsActiveAccountsByTheStartOfAWord()
    {
        assertThat(ids("ALI")).contains(alice()).doesNotContain(bob());
        assertThat(ids("dam")).contains(alice(), bob()).doesNotContain(inactive());
        assertThat(ids("bob d")).containsExactly(bob());
        assertThat(ids("ob")).doesNotContain(bob());
        assertThat(ids("%")).isEmpty();
        assertThat(people().startingWith(WIKI, "dam", 1)).hasSize(1);
        assertThat(ids("dam").indexOf(alice())).isLessThan(ids("dam").indexOf(bob()));
    }

    private List<UserId> ids(String prefix)
    {
        return people().startingWith(WIKI, prefix, 100).stream().map(Person::id).toList();
    }
}
