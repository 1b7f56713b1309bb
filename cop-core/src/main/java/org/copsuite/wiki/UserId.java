/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Id of an actor: an account of the wiki, an imported person (see {@code org.copsuite.person}), the guest, somebody who
 * asked anonymously, or the suite's own service account. The value is opaque to the suite; the binding creates and interprets it.
 *
 * @param value at most {@value #LONGEST} characters; the empty string is the guest
 */
public record UserId(String value)
{
    /** Maximum length of an id, in characters. */
    public static final int LONGEST = 255;

    /** A person who has not signed in. */
    public static final UserId GUEST = new UserId("");

    /** Prefix of the ids of imported people, who have a name and a profile and can never sign in. */
    public static final String IMPORTED = "imported:";

    /**
     * Whoever asked a question anonymously. Nobody can sign in with this id: no login contains a blank, and XWiki's
     * binding reserves the page. It has the rights of nobody.
     */
    public static final UserId ANONYMOUS = new UserId("xwiki:XWiki.CoPSuite Anonymous");

    /** Validates the length. */
    public UserId
    {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("A user's id must have at most " + LONGEST + " characters.");
        }
    }

    /**
     * @param ids some ids
     * @return their values, sorted, for a parameter of a statement
     */
    public static Set<String> values(Collection<UserId> ids)
    {
        return ids.stream().map(UserId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return whether this is the guest */
    public boolean isGuest()
    {
        return this.value.isEmpty();
    }

    /** @return whether this is an imported person and no account */
    public boolean isImported()
    {
        return this.value.startsWith(IMPORTED);
    }

    /** @return whether this stands for somebody who asked anonymously */
    public boolean isAnonymous()
    {
        return ANONYMOUS.equals(this);
    }

    @Override
    public String toString()
    {
        return this.value;
    }
}
