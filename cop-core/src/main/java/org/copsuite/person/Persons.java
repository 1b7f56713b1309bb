/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Names for everybody whom the suite shows. */
@Role
public interface Persons
{
    /** The space of the page that shows an imported person. */
    String PROFILE_SPACE = Suite.SPACE;

    /** The name of the page that shows an imported person. */
    String PROFILE_PAGE = "Person";

    /** The parameter of that page that names the person. */
    String PROFILE_PARAMETER = "cop-person";

    /**
     * Finds everybody to show, in at most two statements.
     *
     * @param users accounts, imported people, the guest
     * @return each of them, also who is no more: then with a name that says so, inactive, without a profile
     */
    Map<UserId, Person> find(Collection<UserId> users);

    /**
     * @param user who
     * @return the person, also who is no more
     */
    default Person find(UserId user)
    {
        return find(List.of(user)).get(user);
    }

    /**
     * Adds imported people, or brings those that are there up to date.
     *
     * @param wiki the wiki
     * @param people who
     */
    void addImported(String wiki, Collection<Imported> people);

    /**
     * @param wiki the wiki
     * @param id an imported person's id
     * @return that person, if there is one
     */
    Optional<Imported> imported(String wiki, UserId id);

    /**
     * @param wiki the wiki
     * @return the imported people who are linked to an account, each with the account; read from memory, up to a minute
     *         old on other nodes of a cluster
     */
    Map<UserId, UserId> linked(String wiki);

    /**
     * @param wiki the wiki
     * @param account an account
     * @return the imported people who are linked to the account, by name; nobody for most
     */
    List<Imported> importedOf(String wiki, UserId account);

    /**
     * @param user who
     * @param wiki the wiki
     * @return whether the user may link imported people to accounts, and take that back: administrators of the wiki
     */
    boolean mayLink(UserId user, String wiki);

    /**
     * Says that an imported person is the owner of an account: pages show the account instead, and what was written and
     * earned under the old name counts as the account's. Saying it again changes nothing; another account is linked only
     * after the first link was taken back.
     *
     * @param actor who says so: only an administrator of the wiki may
     * @param wiki the wiki
     * @param imported the imported person
     * @param account the account, or {@code null} to take the link back
     * @throws CopException SIGN_IN, FORBIDDEN, NOT_FOUND where there is no such imported person; INVALID on field
     *             {@code person} for what is an account itself, on field {@code account} for what is no account or where
     *             another one is linked already
     */
    void link(UserId actor, String wiki, UserId imported, UserId account) throws CopException;

    /**
     * Somebody who wrote in another system.
     *
     * @param id {@code imported:<source>/<id there>}, an id that no account can have
     * @param name the name shown there, 1 to 255 characters
     * @param about what the person said about themselves, xwiki/2.1, may be empty
     * @param since since when the person was known there
     * @param account the account that an administrator linked, or {@code null}
     */
    record Imported(UserId id, String name, String about, Instant since, UserId account)
    {
        /**
         * @param source the other system, letters, digits, dashes and dots
         * @param id the person's id there
         * @return the id of the imported person
         */
        public static UserId idOf(String source, String id)
        {
            return new UserId(UserId.IMPORTED + source + '/' + id);
        }

        /** @return the other system, as its import named it */
        public String source()
        {
            String rest = this.id.value().substring(UserId.IMPORTED.length());
            int end = rest.indexOf('/');
            return end < 0 ? rest : rest.substring(0, end);
        }
    }
}
