/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the administration: the sections that capabilities contribute. */
@Component(roles = AdministrationFragments.class)
@Singleton
public class AdministrationFragments
{
    @Inject
    private Printer printer;

    @Inject
    private PageParts parts;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<Map<String, AdministrationSection>> sections;

    /**
     * @return the whole administration; in a wiki where the suite is switched off, the sections that it shows there
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader does not administer the wiki
     */
    public Html page() throws CopException
    {
        checkAdministrator();
        boolean on = this.suite.get().isOn(this.printer.wiki());
        List<AdministrationSection> shown =
            this.sections.get().values().stream().filter(section -> on || section.showsWhereOff()).toList();
        return this.printer.print("administration/page", "sections",
            this.parts.print(shown, AdministrationSection::print));
    }

    /**
     * @param hint the hint of a section
     * @return that section, as the answer to a form in it
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader does not administer the wiki; NOT_FOUND for an
     *             unknown hint; whatever the section throws
     */
    public Html section(String hint) throws CopException
    {
        checkAdministrator();
        AdministrationSection section = this.sections.get().get(hint);
        if (section == null) {
            throw CopException.notFound();
        }
        return section.print();
    }

    /** @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader does not administer the wiki */
    public void checkAdministrator() throws CopException
    {
        Administrators.require(this.access.get(), this.printer.wiki(), this.printer.reader());
    }
}
