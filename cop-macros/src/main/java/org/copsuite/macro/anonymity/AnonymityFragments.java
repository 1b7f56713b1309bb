/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.anonymity;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.anonymity.AnonymityService.Anonymity;
import org.copsuite.anonymity.AnonymityService.Own;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.question.PostId;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Component;

/** Prints what belongs to anonymous questions. */
@Component(roles = AnonymityFragments.class)
@Singleton
public class AnonymityFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<AnonymityService> service;

    /**
     * @param question a question
     * @param asker who asked it, for an administrator who has just been told, otherwise {@code null}
     * @return what the reader may know and do; empty if that is nothing
     * @throws CopException NOT_FOUND if the reader may not view the question or nobody asked it anonymously
     */
    public Html panel(PostId question, Person asker) throws CopException
    {
        Anonymity anonymity = this.service.get().of(this.printer.reader(), question);
        return anonymity.own() || anonymity.mayReveal()
            ? this.printer.print("anonymity/panel", "it", anonymity, "asker", asker) : Html.EMPTY;
    }

    /**
     * @return the questions that the reader asked anonymously; empty if there are none
     * @throws CopException SIGN_IN for a guest
     */
    public Html own() throws CopException
    {
        List<Own> own = this.service.get().own(this.printer.reader(), this.printer.wiki());
        return own.isEmpty() ? Html.EMPTY : this.printer.print("anonymity/own", "own", own);
    }
}
