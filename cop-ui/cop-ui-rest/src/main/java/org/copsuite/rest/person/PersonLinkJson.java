/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import org.copsuite.person.Persons.Imported;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;

/** An imported person and the account to which the person is linked. */
record PersonLinkJson(UserId person, String name, @Nullable Person account)
{
    static PersonLinkJson of(Imported imported, Person account)
    {
        return new PersonLinkJson(imported.id(), imported.name(), account);
    }
}
