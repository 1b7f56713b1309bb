/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.wiki.UserId;

/**
 * Site of a dump: its name, its URL, and the ids that are derived from its name and the numbers in the dump.
 *
 * @param name the name: at most 60 lower-case letters, digits, dashes and dots
 */
record Site(String name)
{
    /** Number of the site's own robot in a dump. */
    static final long ROBOT = -1;

    /**
     * @param folder the folder of a dump, for example {@code cooking.stackexchange.com} or {@code cooking-2018-09}
     * @return the site
     */
    static Site of(Path folder)
    {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return named(last == null ? "site" : last.toString());
    }

    static Site named(String text)
    {
        String name = text.toLowerCase(Locale.ROOT).replaceAll("[-_.]?(19|20)\\d{2}[-_.]?\\d{2}([-_.]?\\d{2})?$", "")
            .replaceFirst("\\.stackexchange\\.com$", "").replaceAll("[^a-z0-9.-]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
        return new Site(name.isEmpty() ? "site" : name.substring(0, Math.min(60, name.length())));
    }

    /** @return the URL of the site, to which relative links are relative */
    String address()
    {
        return "https://" + (this.name.endsWith(".com") || this.name.endsWith(".net") ? this.name
            : this.name + ".stackexchange.com") + '/';
    }

    CommunityId community()
    {
        return new CommunityId(id("community"));
    }

    /** Returns the id of a community that the import founds for the site with the given name. */
    UUID community(String name)
    {
        return id("community/" + name.toLowerCase(Locale.ROOT));
    }

    UUID post(long number)
    {
        return id("post/" + number);
    }

    UUID comment(long number)
    {
        return id("comment/" + number);
    }

    UserId person(long number)
    {
        return Persons.Imported.idOf(this.name, Long.toString(number));
    }

    /** Returns the id of a person of whom a dump contains only the name. */
    UserId nameless(String displayName)
    {
        return Persons.Imported.idOf(this.name, "name-" + id("name/" + displayName));
    }

    private UUID id(String what)
    {
        return UUID.nameUUIDFromBytes(("stackexchange/" + this.name + '/' + what).getBytes(StandardCharsets.UTF_8));
    }
}
