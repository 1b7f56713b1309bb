/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints profiles, and the accounts that people who wrote in another system are linked to. */
@Component(roles = PersonFragments.class)
@Singleton
public class PersonFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Persons> persons;

    @Inject
    private PageParts parts;

    @Inject
    private Provider<List<ProfileSection>> sections;

    @Inject
    private MemberTexts memberTexts;

    /**
     * Prints the profile of an imported person: the imported data, the linked account, and the sections that
     * capabilities contribute.
     *
     * @param who an imported person
     * @return the profile
     * @throws CopException NOT_FOUND if there is no such imported person, or the person has an account
     */
    public Html profile(UserId who) throws CopException
    {
        Imported person = imported(who);
        Html about = person.about().isBlank() ? Html.EMPTY
            : this.memberTexts.preview(person.about(), SpaceId.of(this.printer.wiki(), Persons.PROFILE_SPACE).home());
        return this.printer.print("person/person", "person", person, "about", about, "link", link(person), "sections",
            sections(who));
    }

    /**
     * @param who an existing account or an imported person
     * @return the sections of the profile that capabilities contribute
     */
    public Html sections(UserId who)
    {
        return this.parts.print(this.sections.get(), section -> section.print(who));
    }

    /**
     * Prints the account that an imported person is linked to; for administrators, with the form that creates or
     * removes the link.
     *
     * @param who an imported person
     * @return the link
     * @throws CopException NOT_FOUND as {@link #profile}
     */
    public Html link(UserId who) throws CopException
    {
        return link(imported(who));
    }

    private Html link(Imported person)
    {
        return this.printer.print("person/link", "person", person, "account",
            person.account() == null ? null : this.persons.get().find(person.id()), "may",
            this.persons.get().mayLink(this.printer.reader(), this.printer.wiki()));
    }

    private Imported imported(UserId who) throws CopException
    {
        return this.persons.get().imported(this.printer.wiki(), who).orElseThrow(CopException::notFound);
    }
}
