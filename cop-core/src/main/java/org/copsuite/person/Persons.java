/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.copsuite.CopException;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Resolves the names of everybody whom the suite shows. */
@Role
public interface Persons
{
    /** Space of the page that shows an imported person. */
    String PROFILE_SPACE = Suite.SPACE;

    /** Name of the page that shows an imported person. */
    String PROFILE_PAGE = "Person";

    /** Parameter of that page with the person's id. */
    String PROFILE_PARAMETER = "cop-person";

    /**
     * Finds people in at most two statements.
     *
     * @param users accounts, imported people, the guest
     * @return all of them. A person who no longer exists is inactive, without a profile, with a name that says so
     */
    Map<UserId, Person> find(Collection<UserId> users);

    /**
     * @param user the id
     * @return the person, even if it no longer exists
     */
    default Person find(UserId user)
    {
        return find(List.of(user)).get(user);
    }

    /**
     * Adds or updates imported people.
     *
     * @param wiki the wiki
     * @param people the people
     */
    void addImported(WikiId wiki, Collection<Imported> people);

    /**
     * @param wiki the wiki
     * @param id an imported person's id
     * @return that person, if there is one
     */
    Optional<Imported> imported(WikiId wiki, UserId id);

    /**
     * @param wiki the wiki
     * @return the imported people who are linked to an account, each with the account; cached, up to a minute old on
     *         other nodes of a cluster
     */
    Map<UserId, UserId> linked(WikiId wiki);

    /**
     * @param wiki the wiki
     * @param account an account
     * @return the imported people who are linked to the account, by name; empty for most accounts
     */
    List<Imported> importedOf(WikiId wiki, UserId account);

    /**
     * @param wiki the wiki
     * @param person a person
     * @return the ids under which the person is stored in rows: the given id, and for an account the ids of the imported
     *         people who are linked to it; as up to date as {@link #linked}
     */
    Set<UserId> idsOf(WikiId wiki, UserId person);

    /**
     * @param user a user
     * @param wiki the wiki
     * @return whether the user may link imported people to accounts and remove such links, which administrators of the
     *         wiki may
     */
    boolean mayLink(UserId user, WikiId wiki);

    /**
     * Links an imported person to its account: pages then show the account, and what was written and earned under the
     * old name counts as the account's. Idempotent; another account can be linked only after the first link was
     * removed.
     *
     * @param actor an administrator of the wiki
     * @param wiki the wiki
     * @param imported the imported person
     * @param account the account, {@code null} to remove the link
     * @throws CopException SIGN_IN, FORBIDDEN, NOT_FOUND for an unknown imported person; INVALID on field
     *            {@code person} if it is an account itself, on field {@code account} if it is no account or if another
     *            one is linked
     */
    void link(UserId actor, WikiId wiki, UserId imported, UserId account) throws CopException;

    /**
     * A person who wrote in another system.
     *
     * @param id {@code imported:<source>/<id there>}, an id that no account can have
     * @param name the name shown there, 1 to 255 characters
     * @param about the person's own description, xwiki/2.1, may be empty
     * @param since when the person first appeared there
     * @param account the account that an administrator linked, or {@code null}
     */
    record Imported(UserId id, String name, String about, Instant since, UserId account)
    {
        /**
         * @param source the other system: letters, digits, dashes and dots
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
